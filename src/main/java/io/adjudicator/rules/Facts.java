package io.adjudicator.rules;

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

    /** Sets the fact at its place in the vocabulary; see {@link Vocabulary#index}. */
    public Facts set(int index, Object value) {
        FactTerm term = vocabulary.terms().get(index);
        if (!term.type().accepts(value)) {
            throw new IllegalArgumentException("expected " + term.name() + " to be " + term.type() + ", but got \""
                    + value + "\" (" + value.getClass().getSimpleName() + ")");
        }
        values[index] = value;
        return this;
    }

    /** Takes back what was set: the fact is unknown. */
    public Facts forget(String name) {
        values[vocabulary.index(name)] = null;
        return this;
    }

    public Optional<Object> get(String name) {
        return Optional.ofNullable(values[vocabulary.index(name)]);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    @Nullable
    Object value(int index) {
        return values[index];
    }
}
