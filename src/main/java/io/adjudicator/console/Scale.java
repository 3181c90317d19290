package io.adjudicator.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The upright axis of a drawing: from where to where it goes, in round steps, and how high on the drawing a number stands.
 *
 * @param bottom zero, or below it where something below zero is drawn
 */
record Scale(BigDecimal bottom, BigDecimal top, BigDecimal step) {

    /** Above the highest line, so that its number is not cut. */
    static final int MARGIN = 8;

    /** In units of the drawing, which is as high on every screen. */
    static final int HEIGHT = 160;

    private static final BigDecimal STEPS_AIMED_AT = BigDecimal.valueOf(4);
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5), BigDecimal.TEN);

    /**
     * Whatever lies between two numbers, and zero.
     *
     * @param whole whether what is counted comes in whole numbers only
     */
    static Scale over(BigDecimal least, BigDecimal most, boolean whole) {
        BigDecimal low = least.min(BigDecimal.ZERO);
        BigDecimal high = least.signum() == 0 && most.signum() == 0 ? BigDecimal.ONE : most.max(BigDecimal.ZERO);
        BigDecimal step = step(high.subtract(low), whole);
        return new Scale(
                low.divide(step, 0, RoundingMode.FLOOR).multiply(step),
                high.divide(step, 0, RoundingMode.CEILING).multiply(step),
                step);
    }

    /** From the top of the drawing. */
    int y(BigDecimal number) {
        return MARGIN
                + top.subtract(number)
                        .multiply(BigDecimal.valueOf(HEIGHT))
                        .divide(top.subtract(bottom), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    /** The numbers that have a line, from below. */
    List<BigDecimal> lines() {
        List<BigDecimal> lines = new ArrayList<>();
        for (BigDecimal line = bottom; line.compareTo(top) <= 0; line = line.add(step)) {
            lines.add(line);
        }
        return lines;
    }

    private static BigDecimal step(BigDecimal range, boolean whole) {
        BigDecimal least = range.divide(STEPS_AIMED_AT, range.scale() + 2, RoundingMode.UP);
        BigDecimal magnitude = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        BigDecimal step = ROUND.stream()
                .map(magnitude::multiply)
                .filter(round -> round.compareTo(least) >= 0)
                .findFirst()
                .orElseThrow();
        BigDecimal plain = (whole ? step.max(BigDecimal.ONE) : step).stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale()));
    }
}
