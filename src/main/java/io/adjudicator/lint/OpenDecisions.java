package io.adjudicator.lint;

import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.OutcomeTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of the twelve decisions a version does not take, and the keys that would close each. Docs: contract-check.md. */
final class OpenDecisions {

    private OpenDecisions() {}

    static List<OpenDecision> of(DraftVersion draft) {
        List<OutcomeTerms> outcomes = draft.version().outcomes().values().stream()
                .sorted(Comparator.comparing(OutcomeTerms::type))
                .toList();
        CommercialDecisions commercial = new CommercialDecisions(draft.tree());
        return Arrays.stream(DesignDecision.values())
                .map(decision -> {
                    List<String> keys = new ArrayList<>(commercial.openKeys(decision));
                    keys.addAll(ofOutcomes(draft, decision, outcomes));
                    return decision.open(keys);
                })
                .filter(open -> !open.keys().isEmpty())
                .toList();
    }

    /** A key that all outcome types lack is said once. */
    private static List<String> ofOutcomes(DraftVersion draft, DesignDecision decision, List<OutcomeTerms> outcomes) {
        Map<String, List<String>> typesByKey = new LinkedHashMap<>();
        for (OutcomeTerms terms : outcomes) {
            new OutcomeDecisions(draft, terms)
                    .openKeys(decision)
                    .forEach(key -> typesByKey
                            .computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(terms.type().value()));
        }
        return typesByKey.entrySet().stream()
                .flatMap(key -> named(key.getValue(), outcomes.size()).stream()
                        .map(type -> "outcomes." + type + "." + key.getKey()))
                .toList();
    }

    private static List<String> named(List<String> types, int all) {
        return types.size() == all ? List.of("*") : types;
    }
}
