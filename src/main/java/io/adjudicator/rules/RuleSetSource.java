package io.adjudicator.rules;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
        if (rules.stream().map(Rule::id).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("expected each rule id once, but got "
                    + rules.stream().map(Rule::id).toList());
        }
        this.vocabulary = vocabulary;
        this.rules = List.copyOf(rules);
        this.compilerVersion = compilerVersion;
        this.digest = Digest.of(Canonical.bytes(canonical()));
    }

    /** A new source, made by this release. */
    public static RuleSetSource of(Vocabulary vocabulary, List<Rule> rules) {
        return new RuleSetSource(vocabulary, rules, RowCompiler.VERSION);
    }

    /** What {@link #canonical()} wrote, read again. */
    public static RuleSetSource fromCanonical(Map<String, Object> stored) {
        return CanonicalSource.read(stored);
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
        return CanonicalSource.write(this);
    }

    /** The whole rule set as any Drools 10 takes it, and as {@code contract rules} prints it. */
    public String drl() {
        return text(RuleSetText.declaration(vocabulary), RuleSetText::withHeader);
    }

    /** The same without the declaration: Drools is given the vocabulary's generated class instead. */
    String drlForTheGeneratedClass() {
        return text("", Rule::drl);
    }

    private String text(String declaration, Function<Rule, String> each) {
        List<String> parts = new ArrayList<>(List.of(RuleSetText.HEADER, declaration));
        rules.forEach(rule -> parts.add(each.apply(rule)));
        return String.join("\n", parts);
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
