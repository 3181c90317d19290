package io.adjudicator.rules;

import java.math.BigDecimal;

/** The four kinds of value that a fact can have. */
public enum FactType {
    BOOLEAN(Boolean.class),
    INTEGER(Long.class),
    DECIMAL(BigDecimal.class),
    TEXT(String.class);

    private final Class<?> javaType;

    FactType(Class<?> javaType) {
        this.javaType = javaType;
    }

    public Class<?> javaType() {
        return javaType;
    }

    public boolean accepts(Object value) {
        return javaType.isInstance(value);
    }
}
