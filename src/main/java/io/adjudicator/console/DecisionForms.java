package io.adjudicator.console;

import io.adjudicator.adjudication.Verdict;
import io.adjudicator.dispute.Answer;
import io.adjudicator.dispute.Answer.Otherwise;
import io.adjudicator.dispute.Found;
import io.adjudicator.dispute.Side;
import io.adjudicator.dispute.Traits;
import io.adjudicator.kernel.Refused;
import io.adjudicator.review.Finding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** Reads what reviewers fill in. */
final class DecisionForms {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,99}");

    /** Characters, as the API takes. */
    private static final int LONGEST_REASON = 2_000;

    private DecisionForms() {}

    static Finding finding(MultiValueMap<String, String> form) {
        String reason = reason(form);
        Verdict verdict = verdict(form, Act.required(form, "verdict", "a verdict"));
        Optional<String> tier = Act.given(form, "tier");
        return new Finding(verdict, verdict instanceof Verdict.Billable ? tier : Optional.empty(), reason);
    }

    /**
     * Days end at midnight where the customer is.
     *
     * @param outcomes of the dispute, where it is one that can be split
     */
    static Answer answer(MultiValueMap<String, String> form, ZoneId zone, List<Traits> outcomes) {
        String reason = reason(form);
        return switch (Act.required(form, "answer", "an answer")) {
            case "upheld" -> new Answer.Upheld(reason, found(form));
            case "rejected" -> new Answer.Rejected(reason);
            case "split" -> new Answer.Split(reason, upheld(form, outcomes));
            case "undecidable" ->
                new Answer.Undecidable(reason, words(Act.required(form, "missing", "the evidence that is missing")));
            case "asked" ->
                new Answer.Asked(
                        reason,
                        Side.valueOf(Act.required(form, "of", "whom you ask").toUpperCase(Locale.ROOT)),
                        until(form, zone),
                        Optional.of(Act.text(form, "otherwise"))
                                .filter(text -> !text.isEmpty())
                                .map(text -> Otherwise.valueOf(text.toUpperCase(Locale.ROOT))));
            default -> throw refused("/answer", "expected an answer");
        };
    }

    private static String reason(MultiValueMap<String, String> form) {
        return notTooLong(Act.required(form, "reason", "a reason in your own words"));
    }

    static String notTooLong(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw refused(
                    "/reason",
                    "expected a reason of at most " + LONGEST_REASON + " characters, but it has " + reason.length());
        }
        return reason;
    }

    private static Verdict verdict(MultiValueMap<String, String> form, String name) {
        return switch (name) {
            case "BILLABLE" -> new Verdict.Billable();
            case "NOT_BILLABLE" ->
                new Verdict.NotBillable(word(Act.required(form, "code", "a reason word, such as not_resolved")));
            case "UNPROVABLE" -> new Verdict.Unprovable(words(Act.required(form, "missing", "what is missing")));
            default -> throw refused("/verdict", "expected a verdict");
        };
    }

    private static Map<String, Optional<Found>> upheld(MultiValueMap<String, String> form, List<Traits> outcomes) {
        Map<String, Optional<Found>> upheld = new HashMap<>();
        SplitForm.chosen(outcomes, form).forEach(outcome -> upheld.put(outcome, found(form)));
        if (upheld.isEmpty()) {
            throw refused("/upheld", "expected at least one outcome to be upheld; otherwise reject all of them");
        }
        return upheld;
    }

    /** What is upheld is billable as this tier; without one it becomes the opposite of what was decided. */
    private static Optional<Found> found(MultiValueMap<String, String> form) {
        return Act.given(form, "tier").map(tier -> new Found(new Verdict.Billable(), Optional.of(tier)));
    }

    private static Optional<Instant> until(MultiValueMap<String, String> form, ZoneId zone) {
        String day = Act.text(form, "until");
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant());
        } catch (DateTimeException e) {
            throw refused("/until", "expected a day, such as 2026-07-31");
        }
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String word(String text) {
        String word = text.toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
        if (!WORD.matcher(word).matches()) {
            throw refused("/code", "expected a reason word of letters, digits and underscores");
        }
        return word;
    }

    private static Refused refused(String at, String message) {
        return new Refused(Refused.Kind.UNPROCESSABLE, "bad_form", at, message);
    }
}
