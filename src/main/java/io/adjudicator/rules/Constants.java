package io.adjudicator.rules;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The constants that a condition may compare a fact with, of the fact's own type. */
final class Constants {

    /** No exponents: 1e999999999 is eleven characters and a gigabyte of digits. */
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d{1,18}(\\.\\d{1,12})?|\\.\\d{1,12})");

    private Constants() {}

    static Object text(FactTerm fact, String text) {
        return expect(fact, FactType.TEXT, '"' + text + '"', text);
    }

    static Object truth(FactTerm fact, boolean truth) {
        return expect(fact, FactType.BOOLEAN, String.valueOf(truth), truth);
    }

    static Object number(FactTerm fact, String number) {
        if (fact.type() != FactType.INTEGER && fact.type() != FactType.DECIMAL) {
            throw wrongType(fact, number);
        }
        if (!DECIMAL.matcher(number).matches()) {
            throw Misread.badCondition(
                    "expected a number of at most 18 digits before and 12 after the point, but got " + number);
        }
        BigDecimal exact = new BigDecimal(number);
        if (fact.type() == FactType.DECIMAL) {
            return exact;
        }
        if (exact.stripTrailingZeros().scale() > 0) {
            throw wrongType(fact, number);
        }
        return exact.longValueExact();
    }

    static Comparison ordered(FactTerm fact, Comparison comparison) {
        if (comparison.ordersValues() && fact.type() != FactType.INTEGER && fact.type() != FactType.DECIMAL) {
            throw Misread.wrongType("expected " + fact.name() + " to be compared by equality, because it is a "
                    + words(fact.type()) + ", but got " + comparison.symbol());
        }
        return comparison;
    }

    static int compare(Object one, Object other) {
        return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
    }

    private static Object expect(FactTerm fact, FactType type, String shown, Object value) {
        if (fact.type() != type) {
            throw wrongType(fact, shown);
        }
        return value;
    }

    private static Misread wrongType(FactTerm fact, String shown) {
        return Misread.wrongType(
                "expected " + fact.name() + " to be compared with a " + words(fact.type()) + ", but got " + shown);
    }

    private static String words(FactType type) {
        return switch (type) {
            case BOOLEAN -> "true or false";
            case INTEGER -> "whole number";
            case DECIMAL -> "number";
            case TEXT -> "text in quotes";
        };
    }
}
