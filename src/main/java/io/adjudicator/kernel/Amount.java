package io.adjudicator.kernel;

import java.math.BigDecimal;

/** An exact, unrounded number of a unit. Rounding happens once, on the statement line (design law 9). */
public record Amount(BigDecimal number, Unit unit) {

    public Amount {
        number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    public static Amount of(String number, String unit) {
        return new Amount(new BigDecimal(number), new Unit(unit));
    }

    public static Amount zero(Unit unit) {
        return new Amount(BigDecimal.ZERO, unit);
    }

    public Amount plus(Amount other) {
        return new Amount(number.add(sameUnit(other).number), unit);
    }

    public Amount minus(Amount other) {
        return new Amount(number.subtract(sameUnit(other).number), unit);
    }

    public Amount negated() {
        return new Amount(number.negate(), unit);
    }

    public Amount times(BigDecimal factor) {
        return new Amount(number.multiply(factor), unit);
    }

    /** At least the unit's own digits, more where the exact number has them: {@code 0.99}, {@code 1.440}, {@code 50}. */
    public String plain() {
        int scale = Math.max(number.scale(), unit.statementScale());
        return number.setScale(scale).toPlainString();
    }

    private Amount sameUnit(Amount other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("expected an amount in " + unit + ", but got " + other);
        }
        return other;
    }

    @Override
    public String toString() {
        return plain() + " " + unit;
    }
}
