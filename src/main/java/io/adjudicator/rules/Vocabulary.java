package io.adjudicator.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The named, typed facts that conditions may speak of. Read from rules/vocabulary.yaml; stored with every rule set. */
public final class Vocabulary {

    private final List<FactTerm> terms;
    private final Map<String, Integer> indexes;
    private final @Nullable Object[] nothingSeen;

    public Vocabulary(List<FactTerm> terms) {
        this.terms = List.copyOf(terms);
        this.indexes = HashMap.newHashMap(terms.size());
        this.nothingSeen = new Object[terms.size()];
        for (int index = 0; index < terms.size(); index++) {
            FactTerm term = terms.get(index);
            if (indexes.put(term.name(), index) != null) {
                throw new IllegalArgumentException("expected each fact once, but got " + term.name() + " twice");
            }
            nothingSeen[index] = term.valueBeforeAnythingIsSeen();
        }
    }

    /** The vocabulary that this release was built with. */
    public static Vocabulary ofThisRelease() {
        return ThisRelease.VOCABULARY;
    }

    public List<FactTerm> terms() {
        return terms;
    }

    public Optional<FactTerm> term(String name) {
        return Optional.ofNullable(indexes.get(name)).map(terms::get);
    }

    /** The fact's place in {@link #terms()}, for setting it without looking its name up again. */
    public int index(String name) {
        Integer index = indexes.get(name);
        if (index == null) {
            throw new IllegalArgumentException("expected a fact of the vocabulary, but got \"" + name + "\"");
        }
        return index;
    }

    /** A case on which nothing was stated and nothing was seen yet. */
    public Facts facts() {
        return new Facts(this, nothingSeen.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary that && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    private static final class ThisRelease {

        static final Vocabulary VOCABULARY = read();

        private static Vocabulary read() {
            try (InputStream file = Vocabulary.class.getResourceAsStream("/rules/vocabulary.yaml")) {
                if (file == null) {
                    throw new IllegalStateException("expected rules/vocabulary.yaml on the class path, but it is not");
                }
                return VocabularyFile.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException("expected to read rules/vocabulary.yaml, but could not", e);
            }
        }
    }
}
