package io.adjudicator.rules;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The case as rules see it: one flat, typed fact. Mutable while it is being built; not shared between threads. */
public final class Facts {

    private final Vocabulary vocabulary;
    private final @Nullable Object[] values;

    Facts(Vocabulary vocabulary, @Nullable Object[] values) {
        this.vocabulary = vocabulary;
        this.values = values;
    }

    public Facts set(String name, Object value) {
        return set(vocabulary.index(name), value);
    }

    /** Sets the fact at its place in the vocabulary; see {@link Vocabulary#index}. A whole number may stand for a decimal. */
    public Facts set(int index, Object value) {
        FactTerm term = vocabulary.terms().get(index);
        Object exact =
                value instanceof Long whole && term.type() == FactType.DECIMAL ? BigDecimal.valueOf(whole) : value;
        if (!term.type().accepts(exact)) {
            throw new IllegalArgumentException("expected " + term.name() + " to be " + term.type() + ", but got \""
                    + value + "\" (" + value.getClass().getSimpleName() + ")");
        }
        values[index] = exact;
        return this;
    }

    /** Takes back what was set: unknown again, or not seen. */
    public Facts forget(String name) {
        int index = vocabulary.index(name);
        values[index] = vocabulary.terms().get(index).valueBeforeAnythingIsSeen();
        return this;
    }

    public Optional<Object> get(String name) {
        return get(vocabulary.index(name));
    }

    /** The fact at this place in the vocabulary. */
    public Optional<Object> get(int index) {
        return Optional.ofNullable(values[index]);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** In the order of the vocabulary; the array itself, for reading. */
    @Nullable
    Object[] values() {
        return values;
    }
}
