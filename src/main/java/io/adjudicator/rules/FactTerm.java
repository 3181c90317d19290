package io.adjudicator.rules;

import org.jspecify.annotations.Nullable;

/**
 * One word of the vocabulary.
 *
 * @param latching an observed fact that, once true (or counted), never turns back while the window is open; exclusions
 *     on such facts may decide early
 */
public record FactTerm(String name, FactType type, String unit, FactOrigin origin, boolean latching, String meaning) {

    /** An observation that nobody recorded is a known "not seen by then"; all else is unknown (null) until it is stated. */
    @Nullable
    Object valueBeforeAnythingIsSeen() {
        if (origin == FactOrigin.CLAIM) {
            return null;
        }
        return switch (type) {
            case BOOLEAN -> false;
            case INTEGER -> 0L;
            case DECIMAL, TEXT -> null;
        };
    }

    /** Whether a case may come without this fact, so that a rule that reads it must be able to say "unknown". */
    boolean mayBeUnknown() {
        return valueBeforeAnythingIsSeen() == null;
    }
}
