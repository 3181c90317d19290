package io.adjudicator.rules;

/** Reads rules/vocabulary.yaml. */
final class VocabularyFile {

    private VocabularyFile() {}

    static Vocabulary parse(String text) {
        throw new IllegalStateException("expected an implementation, but " + text.length());
    }
}
