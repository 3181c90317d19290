package io.adjudicator.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** What a unit is, such as {@code support-resolution}; rules/outcome-types.yaml lists those with rules of their own. */
public record OutcomeType(@JsonValue String value) implements Comparable<OutcomeType> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z-]{0,62}");

    public static final OutcomeType SUPPORT_RESOLUTION = new OutcomeType("support-resolution");

    @JsonCreator
    public OutcomeType {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected an outcome type of lower-case letters and hyphens (1 to 63), but got \"" + value + "\"");
        }
    }

    @Override
    public int compareTo(OutcomeType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
