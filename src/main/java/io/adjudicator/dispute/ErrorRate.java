package io.adjudicator.dispute;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The share of wrong decisions in a sample, and where that of the population lies at 95 % confidence: the score interval of E. B. Wilson
 * ("Probable inference, the law of succession, and statistical inference", JASA 22, 1927), which L. D. Brown, T. T. Cai and A. DasGupta
 * ("Interval estimation for a binomial proportion", Statistical Science 16, 2001) recommend for small samples. It is not narrowed
 * for drawing without replacement, so a sample that is a large part of its population knows more than this says.
 *
 * @param rate as a fraction, like low and high
 */
public record ErrorRate(int decided, int wrong, BigDecimal rate, BigDecimal low, BigDecimal high) {

    /** The square of the 97.5 % point of the normal distribution, 1.959963984540054. */
    private static final BigDecimal Z_SQUARED = new BigDecimal("3.841458820694124");

    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL64;
    private static final int DIGITS = 4;

    static ErrorRate of(int decided, int wrong) {
        if (wrong < 0 || wrong > decided || decided == 0) {
            throw new IllegalArgumentException(
                    "expected some decided and wrong among them, but got " + wrong + " of " + decided);
        }
        BigDecimal n = BigDecimal.valueOf(decided);
        BigDecimal k = BigDecimal.valueOf(wrong);
        BigDecimal all = n.add(Z_SQUARED);
        BigDecimal centre =
                k.add(Z_SQUARED.divide(BigDecimal.TWO, EXACT_ENOUGH)).divide(all, EXACT_ENOUGH);
        BigDecimal spread = k.multiply(n.subtract(k))
                .divide(n, EXACT_ENOUGH)
                .add(Z_SQUARED.divide(BigDecimal.valueOf(4), EXACT_ENOUGH))
                .multiply(Z_SQUARED)
                .sqrt(EXACT_ENOUGH)
                .divide(all, EXACT_ENOUGH);
        return new ErrorRate(
                decided,
                wrong,
                rounded(k.divide(n, EXACT_ENOUGH)),
                rounded(centre.subtract(spread)),
                rounded(centre.add(spread)));
    }

    private static BigDecimal rounded(BigDecimal fraction) {
        return fraction.max(BigDecimal.ZERO).min(BigDecimal.ONE).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
