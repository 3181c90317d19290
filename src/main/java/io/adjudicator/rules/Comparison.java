package io.adjudicator.rules;

import java.util.Arrays;
import java.util.Optional;

/** How a fact is compared with a constant. */
enum Comparison {
    EQUAL("==", "is"),
    NOT_EQUAL("!=", "is not"),
    LESS("<", "less than"),
    AT_MOST("<=", "at most"),
    MORE(">", "more than"),
    AT_LEAST(">=", "at least");

    private final String symbol;
    private final String words;

    Comparison(String symbol, String words) {
        this.symbol = symbol;
        this.words = words;
    }

    String symbol() {
        return symbol;
    }

    String words() {
        return words;
    }

    boolean ordersValues() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    Comparison opposite() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> AT_LEAST;
            case AT_MOST -> MORE;
            case MORE -> AT_MOST;
            case AT_LEAST -> LESS;
        };
    }

    /** Whether it can only become true of an observation that never turns back and a count that never falls. */
    boolean latches(Object constant) {
        return switch (this) {
            case EQUAL -> Boolean.TRUE.equals(constant);
            case NOT_EQUAL -> Boolean.FALSE.equals(constant);
            case MORE, AT_LEAST -> true;
            case LESS, AT_MOST -> false;
        };
    }

    static Optional<Comparison> ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.symbol.equals(symbol))
                .findAny();
    }
}
