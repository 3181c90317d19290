package io.adjudicator.rules;

/** The four kinds of value that a fact can have. Java: Boolean, Long, BigDecimal, String. */
public enum FactType {
    BOOLEAN,
    INTEGER,
    DECIMAL,
    TEXT
}
