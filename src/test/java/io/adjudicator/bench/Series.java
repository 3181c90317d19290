package io.adjudicator.bench;

import java.util.Arrays;
import java.util.Locale;

/** Repeated measurements of one thing: the median counts, the extremes tell how noisy the machine was. */
record Series(double... values) {

    Series {
        values = values.clone();
        Arrays.sort(values);
    }

    double median() {
        return at(0.5);
    }

    /** The value that this share of all values does not exceed. */
    double at(double share) {
        return values[(int) Math.ceil(share * values.length) - 1];
    }

    double ratioTo(Series other) {
        return median() / other.median();
    }

    String text() {
        return "%,.0f (%,.0f to %,.0f)".formatted(median(), values[0], values[values.length - 1]);
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 1 ? "%.3f" : "%.1f", ratio);
    }
}
