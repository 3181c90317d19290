package io.adjudicator.recount.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The registry of what an observer may say became of a task. Each is a grain of its own; none may be counted as another. */
public enum OutcomeClass {
    RESOLVED,
    /** Nobody said anything against it. */
    ASSUMED_RESOLVED,
    ESCALATED,
    ABANDONED,
    /** Takes back an earlier effect. */
    REOPENED;

    public static Optional<OutcomeClass> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(known -> known.wireName().equals(name))
                .findAny();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a vendor may bill it at all, subject to the contract. */
    boolean isResolution() {
        return this == RESOLVED || this == ASSUMED_RESOLVED;
    }
}
