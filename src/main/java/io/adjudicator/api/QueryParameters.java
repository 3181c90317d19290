package io.adjudicator.api;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Nearest;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The query of one request; what is wrong with any parameter is told at once. A misspelt name is refused: a filter that is
 * silently left out shows more than was asked for.
 */
final class QueryParameters {

    private final HttpServletRequest request;
    private final List<Fault> faults = new ArrayList<>();

    QueryParameters(HttpServletRequest request, Set<String> known) {
        this.request = request;
        for (String name : request.getParameterMap().keySet()) {
            if (!known.contains(name)) {
                faults.add(new Fault(
                        "unknown_parameter", "?" + name, "expected only known parameters" + Nearest.hint(name, known)));
            }
        }
    }

    Optional<CustomerId> customer() {
        return one("customer", CustomerId::new, "a customer of lower-case letters, digits and hyphens");
    }

    Optional<Instant> instant(String name) {
        return one(
                name, text -> OffsetDateTime.parse(text).toInstant(), "a time with zone, such as 2026-07-01T00:00:00Z");
    }

    Optional<YearMonth> month(String name) {
        return one(name, YearMonth::parse, "a month, such as 2026-07");
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return one(name, text -> Enum.valueOf(type, text), "one of " + List.of(type.getEnumConstants()));
    }

    /** One of the values, by its wire name. */
    <E extends Enum<E>> Optional<E> word(String name, Function<String, Optional<E>> ofWireName, E[] values) {
        String expected = "one of "
                + Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
        return one(name, text -> ofWireName.apply(text).orElseThrow(IllegalArgumentException::new), expected);
    }

    /** False where it is absent. */
    boolean flag(String name) {
        return one(name, QueryParameters::truth, "true or false").orElse(false);
    }

    int limit(int usual, int most) {
        return one("limit", text -> between(Integer.parseInt(text), most), "a number from 1 to " + most)
                .orElse(usual);
    }

    /** Parsers tell what they cannot read by IllegalArgumentException or DateTimeException. */
    <T> Optional<T> one(String name, Function<String, T> parser, String expected) {
        String text = request.getParameter(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(new Fault("bad_parameter", "?" + name, "expected " + expected));
            return Optional.empty();
        }
    }

    /** A parameter that has to be there. Its placeholder must not be used before {@link #refuseFaults}. */
    <T> T required(String name, Optional<T> value, T placeholder) {
        if (value.isEmpty() && request.getParameter(name) == null) {
            faults.add(new Fault("missing_parameter", "?" + name, "expected the parameter " + name));
        }
        return value.orElse(placeholder);
    }

    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Kind.MALFORMED, faults);
        }
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("expected true or false");
        }
        return text.equals("true");
    }

    private static int between(int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("expected 1 to " + most);
        }
        return number;
    }
}
