package io.adjudicator.statement;

import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;

/** Exact numbers as people write them: never with an exponent, and the same text however a sum came about. */
final class Exact {

    private Exact() {}

    static BigDecimal plain(BigDecimal number) {
        return plain(number, 0);
    }

    /** With at least the unit's own digits: {@code 4.50}, {@code 1.4401}. */
    static BigDecimal plain(BigDecimal number, String unit) {
        return plain(number, new Unit(unit).statementScale());
    }

    private static BigDecimal plain(BigDecimal number, int least) {
        BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return shortest.setScale(Math.max(least, shortest.scale()));
    }
}
