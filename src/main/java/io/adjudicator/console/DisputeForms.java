package io.adjudicator.console;

import io.adjudicator.dispute.Selection;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** Reads which decisions a form disputes: one outcome's, all that fit a filter, or a random sample of a month. */
final class DisputeForms {

    static final String FILTER = "filter";
    static final List<String> VERDICTS = List.of("BILLABLE", "NOT_BILLABLE", "UNPROVABLE");

    private static final String FORM = "/console/disputes/new";
    private static final Pattern OUTCOME = Pattern.compile("oc_[a-z0-9]+");

    private DisputeForms() {}

    static Selection selection(MultiValueMap<String, String> form, ZoneId zone) {
        String outcome = Act.text(form, "outcome");
        if (!outcome.isEmpty()) {
            return new Selection.Outcomes(List.of(outcome));
        }
        return byFilter(form) ? filter(form, zone) : sample(form);
    }

    /** Where the form stands that was filled in. */
    static String address(MultiValueMap<String, String> form) {
        String outcome = Act.text(form, "outcome");
        if (OUTCOME.matcher(outcome).matches()) {
            return FORM + "?outcome=" + outcome;
        }
        return byFilter(form) ? FORM + "?by=" + FILTER : FORM;
    }

    private static boolean byFilter(MultiValueMap<String, String> form) {
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
