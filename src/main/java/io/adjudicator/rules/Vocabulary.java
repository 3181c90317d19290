package io.adjudicator.rules;

import java.util.List;

/** The named, typed facts that conditions may speak of. Read from rules/vocabulary.yaml. */
public record Vocabulary(List<FactTerm> terms) {

    public Vocabulary {
        terms = List.copyOf(terms);
    }
}
