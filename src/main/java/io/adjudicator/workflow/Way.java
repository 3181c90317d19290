package io.adjudicator.workflow;

import io.adjudicator.casework.CaseId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way on from a step: the word by which the gateway behind it turns, and the variables that are read there. An answer that a process
 * cannot go on with is refused before the engine has it: taken, it would raise an incident, or end a process whose case is open.
 */
enum Way {
    DONE,
    POST,
    DECIDE(CaseProcesses.ROUND, CaseProcesses.REMIND_AT, CaseProcesses.DUE_AT),
    REVIEW(CaseProcesses.ROUND, CaseProcesses.REMIND_AT, CaseProcesses.DUE_AT),
    APPROVE(CaseProcesses.ROUND, CaseProcesses.REMIND_AT, CaseProcesses.DUE_AT),
    APPROVE_AGAIN(CaseProcesses.ROUND, CaseProcesses.REMIND_AT, CaseProcesses.DUE_AT),
    WAIT(CaseProcesses.WAIT_UNTIL),
    CREDIT(CaseProcesses.CREDIT_CASE_ID);

    /** By job; behind other jobs there is no gateway. */
    private static final Map<String, Set<Way>> FROM = Map.of(
            "review.prepare", EnumSet.of(DONE, DECIDE),
            "dispute.readjudicate", EnumSet.of(DONE, REVIEW, WAIT, CREDIT),
            "dispute.proceed", EnumSet.of(DONE, REVIEW, WAIT, CREDIT),
            "credit.prepare", EnumSet.of(DONE, POST, APPROVE, APPROVE_AGAIN),
            "credit.proceed", EnumSet.of(DONE, POST, APPROVE, APPROVE_AGAIN));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> reads;

    Way(String... reads) {
        this.reads = List.of(reads);
    }

    static Set<Way> from(String job) {
        return FROM.getOrDefault(job, Set.of());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> reads() {
        return reads;
    }

    /** Refuses what the process cannot go on with. */
    static void check(String job, Map<String, Object> answer) {
        Set<Way> ways = from(job);
        if (ways.isEmpty()) {
            return;
        }
        Object next = answer.get(CaseProcesses.NEXT);
        Way way = ways.stream()
                .filter(known -> known.word().equals(next))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("expected " + job + " to answer one of "
                        + ways.stream().map(Way::word).toList() + " as next, but got " + next));
        List<String> unfit = way.reads.stream()
                .filter(name -> !fits(name, answer.get(name)))
                .map(name -> name + " " + answer.get(name))
                .toList();
        if (!unfit.isEmpty()) {
            throw new IllegalStateException("expected " + job + " to answer " + way.word() + " with " + way.reads
                    + ", but got " + String.join(", ", unfit));
        }
    }

    private static boolean fits(String name, @Nullable Object value) {
        return switch (name) {
            case CaseProcesses.ROUND -> value instanceof Integer round && round >= 1;
            case CaseProcesses.CREDIT_CASE_ID ->
                value instanceof String id && CaseId.of(id).isPresent();
            default -> value instanceof String text && isInstant(text);
        };
    }

    private static boolean isInstant(String text) {
        try {
            var _ = Instant.parse(text);
            return true;
        } catch (DateTimeException notOne) {
            return false;
        }
    }
}
