package io.adjudicator.rules;

import com.github.benmanes.caffeine.cache.Interner;
import java.util.List;
import java.util.Map;

/** Writes and reads the stored form of rule set sources. Its member names are stored for years: never rename one. */
final class CanonicalSource {

    /** One object for equal vocabularies, so that facts and rules of two readings are told to fit at a glance. */
    private static final Interner<Vocabulary> VOCABULARIES = Interner.newWeakInterner();

    private CanonicalSource() {}

    static Map<String, Object> write(RuleSetSource source) {
        return Map.of(
                "compilerVersion", source.compilerVersion(),
                "vocabulary",
                        source.vocabulary().terms().stream()
                                .map(CanonicalSource::term)
                                .toList(),
                "rules", source.rules().stream().map(CanonicalSource::rule).toList());
    }

    static RuleSetSource read(Map<String, Object> stored) {
        return new RuleSetSource(
                VOCABULARIES.intern(new Vocabulary(members(stored, "vocabulary").stream()
                        .map(CanonicalSource::term)
                        .toList())),
                members(stored, "rules").stream().map(CanonicalSource::rule).toList(),
                text(stored, "compilerVersion"));
    }

    private static Map<String, Object> term(FactTerm term) {
        return Map.of(
                "name", term.name(),
                "type", term.type().name(),
                "unit", term.unit(),
                "origin", term.origin().name(),
                "latching", term.latching(),
                "meaning", term.meaning());
    }

    private static FactTerm term(Map<?, ?> stored) {
        return new FactTerm(
                text(stored, "name"),
                FactType.valueOf(text(stored, "type")),
                text(stored, "unit"),
                FactOrigin.valueOf(text(stored, "origin")),
                Boolean.TRUE.equals(stored.get("latching")),
                text(stored, "meaning"));
    }

    private static Map<String, Object> rule(Rule rule) {
        return Map.of(
                "id", rule.id(),
                "kind", rule.kind().name(),
                "origin", rule.origin().name(),
                "clause", rule.clause(),
                "result", rule.result(),
                "says", rule.says(),
                "facts", rule.facts(),
                "decisive", rule.decisive(),
                "drl", rule.drl());
    }

    private static Rule rule(Map<?, ?> stored) {
        return new Rule(
                text(stored, "id"),
                RuleKind.valueOf(text(stored, "kind")),
                RuleOrigin.valueOf(text(stored, "origin")),
                text(stored, "clause"),
                text(stored, "result"),
                text(stored, "says"),
                list(stored, "facts").stream().map(String.class::cast).toList(),
                Boolean.TRUE.equals(stored.get("decisive")),
                text(stored, "drl"));
    }

    private static List<Map<?, ?>> members(Map<?, ?> stored, String name) {
        return list(stored, name).stream().<Map<?, ?>>map(Map.class::cast).toList();
    }

    private static List<?> list(Map<?, ?> stored, String name) {
        if (stored.get(name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalStateException("expected a stored list \"" + name + "\", but got " + stored.get(name));
    }

    private static String text(Map<?, ?> stored, String name) {
        if (stored.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("expected a stored text \"" + name + "\", but got " + stored.get(name));
    }
}
