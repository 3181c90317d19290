package io.adjudicator.contract;

import com.github.benmanes.caffeine.cache.Interner;
import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleSetSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version whole: what the parties wrote and the rules that were made of it. Years later the terms are rebuilt from
 * this alone, without the folder and without the base rules of the day.
 *
 * @param contract the tree of the version's file
 * @param files text of the rule files that it names
 * @param rules per outcome type, base rules included
 */
record ContractContent(Map<String, Object> contract, Map<String, String> files, Map<OutcomeType, RuleSetSource> rules) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** Most customers share the same base rules and vocabulary; kept once, a thousand of them fit a small heap. */
    private static final Interner<Object> SHARED = Interner.newWeakInterner();

    static ContractContent parse(String json) {
        Tree stored = Tree.root(JSON.readValue(json, OBJECT));
        Map<OutcomeType, RuleSetSource> rules = new HashMap<>();
        stored.child("rules")
                .children()
                .forEach((type, source) ->
                        rules.put(new OutcomeType(type), shared(RuleSetSource.fromCanonical(source.members()))));
        Map<String, String> files = new HashMap<>();
        Tree texts = stored.child("files");
        texts.members()
                .keySet()
                .forEach(name -> files.put(name, texts.text(name).orElseThrow()));
        return new ContractContent(stored.child("contract").members(), files, rules);
    }

    String json() {
        Map<String, Object> sources = new TreeMap<>();
        rules.forEach((type, source) -> sources.put(type.value(), source.canonical()));
        return Canonical.json(Map.of("contract", contract, "files", files, "rules", sources));
    }

    /** Over what the parties wrote, not over what this release made of it: tells whether a version number was reused. */
    Digest written() {
        return written(contract, files);
    }

    static Digest written(Map<String, Object> contract, Map<String, String> files) {
        return Digest.of(Canonical.bytes(Map.of("contract", contract, "files", files)));
    }

    ContractVersion version() {
        return Terms.read(Tree.root(contract), Digest.of(json()), rules);
    }

    @SuppressWarnings("unchecked")
    private static <T> T intern(T value) {
        return (T) SHARED.intern(value);
    }

    private static RuleSetSource shared(RuleSetSource source) {
        List<Rule> rules = source.rules().stream().map(ContractContent::intern).toList();
        return intern(new RuleSetSource(intern(source.vocabulary()), rules, source.compilerVersion()));
    }
}
