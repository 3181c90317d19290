package io.adjudicator.casework;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one case. Its first letters tell its kind; the rest sorts by when it was made. */
public record CaseId(String value) implements Comparable<CaseId> {

    private static final Pattern SHAPE = Pattern.compile("(rev|dsp|crv)_[0-9a-z]{1,60}");

    public CaseId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected rev_, dsp_ or crv_ and lower-case letters and digits, but got \"" + value + "\"");
        }
    }

    /** What somebody outside calls a case; empty if no case can be called so. */
    public static Optional<CaseId> of(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new CaseId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
