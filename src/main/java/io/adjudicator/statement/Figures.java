package io.adjudicator.statement;

import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Numbers as finance writes them: grouped by thousands, a true minus, every digit that they have. */
final class Figures {

    private Figures() {}

    static String exact(BigDecimal number) {
        String digits = String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number.abs());
        return number.signum() < 0 ? "−" + digits : digits;
    }

    static String count(long number) {
        return exact(BigDecimal.valueOf(number));
    }

    /** With the currency's digits at least, and further ones that are not zero. */
    static BigDecimal money(BigDecimal number, Optional<String> currency) {
        int digits = currency.map(code -> new Unit(code).statementScale()).orElse(0);
        BigDecimal needed = number.stripTrailingZeros();
        return needed.setScale(Math.max(needed.scale(), digits));
    }

    /** {@code top_up} as words. */
    static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
