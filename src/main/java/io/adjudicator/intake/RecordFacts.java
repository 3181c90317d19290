package io.adjudicator.intake;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Nearest;
import io.adjudicator.rules.FactTerm;
import io.adjudicator.rules.FactType;
import io.adjudicator.rules.Vocabulary;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The facts a claim states, typed by the vocabulary and never coerced: {@code "2"} is not 2, and 2.0 is not a whole
 * number. A guess here would become a verdict.
 */
final class RecordFacts {

    /** Who is paid by the result cannot also attest it (ADR 6), nor state what the adjudicator itself sees. */
    private static final Set<String> NEVER_STATED =
            Set.of("confirmed", "accepted", "activities", "window_closed", "billed_in_session", "verification");

    private static final int MOST_FACTS = 100;
    private static final int LONGEST_TEXT = 1_000;

    /** The largest whole number that every JSON reader keeps exact (RFC 8259, section 6). */
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    /** Digits before or after the point. More is a broken sender, and 1e999999999 would fill the memory when printed. */
    private static final int MOST_DIGITS = 30;

    private final Map<String, FactTerm> terms;

    RecordFacts(Vocabulary vocabulary) {
        this.terms = vocabulary.terms().stream().collect(Collectors.toMap(FactTerm::name, Function.identity()));
    }

    Map<String, Object> read(RecordMembers members) {
        if (members.node().size() > MOST_FACTS) {
            members.faultHere(
                    "too_many_facts",
                    "expected at most " + MOST_FACTS + " facts, but there are "
                            + members.node().size());
            return Map.of();
        }
        Map<String, Object> facts = HashMap.newHashMap(members.node().size());
        members.node()
                .forEachEntry((name, value) -> fact(name, value, members).ifPresent(known -> facts.put(name, known)));
        return facts;
    }

    private Optional<Object> fact(String name, JsonNode value, RecordMembers members) {
        FactTerm term = terms.get(name);
        if (term == null) {
            members.fault(
                    "unknown_fact",
                    name,
                    "expected a fact of this release's vocabulary, but got \"" + RecordMembers.shown(name) + "\""
                            + Nearest.hint(name, terms.keySet()));
            return Optional.empty();
        }
        if (NEVER_STATED.contains(name)) {
            members.fault(
                    "fact_not_for_claims",
                    name,
                    "expected only what the claimant can know, but whether " + term.meaning()
                            + " is told by evidence with its grade, or seen by the adjudicator; send evidence instead");
            return Optional.empty();
        }
        return typed(term.type(), value, fault -> members.fault(fault.code(), name, fault.message()));
    }

    private static Optional<Object> typed(FactType type, JsonNode value, Consumer<Fault> faults) {
        return switch (type) {
            case TEXT -> Optional.of(RecordText.line(value, LONGEST_TEXT, faults));
            case BOOLEAN ->
                value.isBoolean() ? Optional.of(value.booleanValue()) : wrong("true or false", value, faults);
            case INTEGER -> value.isIntegralNumber() ? integer(value, faults) : wrong("a whole number", value, faults);
            case DECIMAL -> value.isNumber() ? decimal(value, faults) : wrong("a number", value, faults);
        };
    }

    private static Optional<Object> wrong(String expected, JsonNode value, Consumer<Fault> faults) {
        faults.accept(new Fault("wrong_type", "", "expected " + expected + ", but got " + RecordText.kind(value)));
        return Optional.empty();
    }

    private static Optional<Object> integer(JsonNode value, Consumer<Fault> faults) {
        if (value.canConvertToLong() && Math.abs(value.longValue()) <= LARGEST_INTEGER) {
            return Optional.of(value.longValue());
        }
        return outOfRange("a whole number between -(2^53-1) and 2^53-1", faults);
    }

    private static Optional<Object> decimal(JsonNode value, Consumer<Fault> faults) {
        BigDecimal number = value.decimalValue();
        boolean sane = Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
        return sane
                ? Optional.of(number)
                : outOfRange("a number of at most 30 digits before and after the point", faults);
    }

    private static Optional<Object> outOfRange(String expected, Consumer<Fault> faults) {
        faults.accept(new Fault("number_out_of_range", "", "expected " + expected));
        return Optional.empty();
    }
}
