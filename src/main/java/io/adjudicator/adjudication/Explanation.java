package io.adjudicator.adjudication;

import io.adjudicator.kernel.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders a decision's document in plain sentences, each finding with its rule, clause and the facts that it saw. */
public final class Explanation {

    private Explanation() {}

    /** The conclusion first, then what was found, then what it was made from. */
    public static List<String> sentences(Members document) {
        List<String> sentences = new ArrayList<>();
        sentences.add(conclusion(document));
        sentences.add(window(document.object("window")));
        document.optionalObject("ruling").ifPresent(ruling -> sentences.add(ruling(ruling)));
        document.objects("findings").forEach(finding -> sentences.add(sentence(finding)));
        document.optionalObject("price")
                .ifPresent(price ->
                        sentences.add("The price is " + price.text("working") + " (" + price.text("clause") + ")."));
        Members inputs = document.object("inputs");
        sentences.add("Decided by contract " + inputs.text("contract") + ", rule set " + inputs.text("ruleSet")
                + ", evidence " + inputs.text("evidence") + ", engine " + inputs.text("engine") + ".");
        return sentences;
    }

    /** What a decision's document comes to. */
    public static String conclusion(Members document) {
        String outcome = "Outcome " + document.text("outcomeId");
        return switch (document.text("verdict")) {
            case "BILLABLE" ->
                outcome + " is billable as " + document.text("tier") + ": " + atMost(document) + document.text("amount")
                        + " " + document.text("unit") + ".";
            case "NOT_BILLABLE" -> outcome + " is not billable: " + document.text("reason") + ".";
            case "UNPROVABLE" ->
                outcome + " is not billable, because it cannot be proved: "
                        + String.join(", ", document.texts("missing")) + " is missing.";
            case "NEEDS_REVIEW" -> outcome + " is not billed until a person has looked: " + document.text("why") + ".";
            default -> throw new IllegalStateException("expected a verdict, but got " + document.text("verdict"));
        };
    }

    /** Where the price depends on the month's count, the statement says what this outcome came to. */
    private static String atMost(Members document) {
        return document.optionalObject("price")
                        .filter(price -> price.values().containsKey("atMost"))
                        .isPresent()
                ? "by the month's count, at most "
                : "";
    }

    private static String window(Members window) {
        return "The measurement window ran from " + window.text("opensAt") + " to " + window.text("closesAt")
                + (window.truth("closed") ? " and was closed." : "; what was seen before its close was decisive.");
    }

    private static String ruling(Members ruling) {
        return ruling.text("by") + " ruled so at " + ruling.text("at") + " (" + ruling.text("id") + "): "
                + ruling.text("reason") + ". What the rules found stands below.";
    }

    /** One finding of a decision's document. */
    public static String sentence(Members finding) {
        String rule = finding.text("rule") + " (" + finding.text("clause") + ")";
        String condition = finding.text("says");
        return switch (finding.text("kind")) {
            case "MET" -> rule + " is met: " + condition + "; " + facts(finding) + ".";
            case "NOT_MET" ->
                rule + " is not met (" + finding.text("result") + "): it asks that " + condition + "; " + facts(finding)
                        + ".";
            case "EXCLUDED" ->
                rule + " excludes it (" + finding.text("result") + "): " + condition + "; " + facts(finding) + ".";
            case "UNKNOWN" -> rule + " cannot be told: it asks whether " + condition + "; " + facts(finding) + ".";
            case "SILENT" -> rule + " has no say: it asks whether " + condition + "; " + facts(finding) + ".";
            case "TIER" ->
                rule + " makes it " + finding.text("result") + ": " + condition + "; " + facts(finding) + ".";
            case "PRICE" -> rule + " prices it: " + condition + "; " + facts(finding) + ".";
            case "REVIEW" ->
                rule + " asks for a person (" + finding.text("result") + "): " + condition + "; " + facts(finding)
                        + ".";
            default -> throw new IllegalStateException("expected a finding, but got " + finding.text("kind"));
        };
    }

    private static String facts(Members finding) {
        List<String> seen = new ArrayList<>(finding.object("facts").values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> fact.getKey() + " was " + fact.getValue())
                .toList());
        finding.texts("unknown").forEach(fact -> seen.add(fact + " was not given"));
        return seen.isEmpty() ? "no fact was needed" : seen.stream().collect(Collectors.joining(", "));
    }
}
