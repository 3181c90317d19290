package io.adjudicator.console;

import io.adjudicator.dispute.NewDispute;
import io.adjudicator.dispute.NewEvidence;
import io.adjudicator.dispute.Selection;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads which decisions a form disputes, one outcome's, all that fit a filter, or a random sample of a month, and why. */
final class DisputeForms {

    static final String FILTER = "filter";
    static final List<String> VERDICTS = List.of("BILLABLE", "NOT_BILLABLE", "UNPROVABLE");

    static final String FORM = "/console/disputes/new";

    private static final Pattern OUTCOME = Pattern.compile("oc_[a-z0-9]+");

    /** As at the other door. */
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final int LONGEST_TEXT = 2_000;

    /** What says which decisions are meant, and whose; the rest of a form says why. */
    private static final List<String> WHICH = List.of(
            "customer", "by", "from", "to", "verdict", "because", "tier", "type", "account", "channel", "workflow");

    private DisputeForms() {}

    static Selection selection(MultiValueMap<String, String> form, ZoneId zone) {
        String outcome = Act.text(form, "outcome");
        if (!outcome.isEmpty()) {
            return new Selection.Outcomes(List.of(outcome));
        }
        return byFilter(form) ? filter(form, zone) : sample(form);
    }

    static NewDispute dispute(MultiValueMap<String, String> form, CustomerId customer, ZoneId zone) {
        return new NewDispute(
                customer,
                Act.required(form, "reference", "a reference"),
                selection(form, zone),
                reason(Act.required(form, "reason", "why you object")),
                text(Act.required(form, "statement", "what happened, in your own words"), "/statement"),
                brought(form, zone));
    }

    /** How many decisions were shown to whoever raises it. */
    static OptionalInt expected(MultiValueMap<String, String> form) {
        try {
            return Act.given(form, "hits")
                    .map(text -> OptionalInt.of(Integer.parseInt(text)))
                    .orElse(OptionalInt.empty());
        } catch (NumberFormatException e) {
            throw refused("/hits", "expected how many decisions were shown");
        }
    }

    static List<NewEvidence> brought(MultiValueMap<String, String> form, ZoneId zone) {
        Optional<String> note = Act.given(form, "note").map(text -> text(text, "/note"));
        Optional<String> link = Act.given(form, "link").map(DisputeForms::link);
        Optional<EvidenceKind> kind = Act.given(form, "kind").flatMap(EvidenceKind::ofWireName);
        if (note.isEmpty() && link.isEmpty() && kind.isEmpty()) {
            return List.of();
        }
        return List.of(new NewEvidence(
                Act.given(form, "about"), Optional.empty(), kind, kind.flatMap(any -> when(form, zone)), note, link));
    }

    /** Where the form stands that was filled in, with the filter that was asked for. */
    static String address(MultiValueMap<String, String> form) {
        String outcome = Act.text(form, "outcome");
        if (OUTCOME.matcher(outcome).matches()) {
            return FORM + "?outcome=" + outcome;
        }
        Map<String, String> given = givenOf(form);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(FORM);
        given.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(given).toUriString();
    }

    /** What a form says of which decisions it means. */
    static Map<String, String> givenOf(MultiValueMap<String, String> form) {
        Map<String, String> given = new LinkedHashMap<>();
        WHICH.forEach(name -> Act.given(form, name).ifPresent(value -> given.put(name, value)));
        return given;
    }

    static boolean byFilter(MultiValueMap<String, String> form) {
        return Act.text(form, "by").equals(FILTER);
    }

    /** Days have to be named, both included, so that an empty form never objects to everything. */
    private static Selection filter(MultiValueMap<String, String> form, ZoneId zone) {
        Instant from = midnight(Act.required(form, "from", "a first day"), 0, zone);
        Instant to = midnight(Act.required(form, "to", "a last day"), 1, zone);
        if (!from.isBefore(to)) {
            throw refused("/to", "expected a last day that is not before the first");
        }
        return new Selection.Filter(
                Optional.of(from),
                Optional.of(to),
                type(form),
                Act.given(form, "verdict").map(DisputeForms::verdict),
                Act.given(form, "because"),
                Act.given(form, "tier"),
                Act.given(form, "account"),
                Act.given(form, "channel"),
                Act.given(form, "workflow"));
    }

    private static Selection sample(MultiValueMap<String, String> form) {
        try {
            int size = Integer.parseInt(Act.required(form, "size", "how many outcomes"));
            if (size < 1) {
                throw refused("/size", "expected at least one outcome");
            }
            return new Selection.Sample(YearMonth.parse(Act.required(form, "period", "a month")), type(form), size);
        } catch (DateTimeException | NumberFormatException e) {
            throw refused("/period", "expected a month such as 2026-07 and a number of outcomes");
        }
    }

    private static String reason(String text) {
        String word = text.toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
        if (!WORD.matcher(word).matches()) {
            throw refused("/reason", "expected a reason of a few words with letters and digits, such as not resolved");
        }
        return word;
    }

    private static String text(String text, String at) {
        if (text.length() > LONGEST_TEXT) {
            throw refused(at, "expected at most " + LONGEST_TEXT + " characters, but got " + text.length());
        }
        return text;
    }

    private static String link(String text) {
        if (!text.startsWith("https://") && !text.startsWith("http://")) {
            throw refused("/link", "expected a link that begins with https:// or http://");
        }
        return text(text, "/link");
    }

    private static Optional<Instant> when(MultiValueMap<String, String> form, ZoneId zone) {
        try {
            return Act.given(form, "occurred")
                    .map(text -> LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw refused("/occurred", "expected a day and time");
        }
    }

    private static Optional<OutcomeType> type(MultiValueMap<String, String> form) {
        try {
            return Act.given(form, "type").map(OutcomeType::new);
        } catch (IllegalArgumentException e) {
            throw refused("/type", "expected an outcome type, such as support-resolution");
        }
    }

    private static String verdict(String text) {
        if (!VERDICTS.contains(text)) {
            throw refused("/verdict", "expected a verdict");
        }
        return text;
    }

    private static Instant midnight(String day, int later, ZoneId zone) {
        try {
            return LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw refused("/from", "expected days such as 2026-07-01");
        }
    }

    private static Refused refused(String at, String message) {
        return new Refused(Refused.Kind.UNPROCESSABLE, "bad_form", at, message);
    }
}
