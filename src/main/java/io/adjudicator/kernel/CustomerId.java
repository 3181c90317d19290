package io.adjudicator.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A customer of the operator; also the name of its folder under customer-overrides. */
public record CustomerId(@JsonValue String value) implements Comparable<CustomerId> {

    public static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    @JsonCreator
    public CustomerId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected a customer of lower-case letters, digits and hyphens (1 to 63), but got \"" + value
                            + "\"");
        }
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
