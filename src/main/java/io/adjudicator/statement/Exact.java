package io.adjudicator.statement;

import java.math.BigDecimal;

/** Exact numbers as people write them: never with an exponent. */
final class Exact {

    private Exact() {}

    static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
