package io.adjudicator.adjudication;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rules.RuleSets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The pure functions that one piece of work needs, made once each. Not shared between threads. */
public final class Adjudications {

    private record Key(Digest contract, OutcomeType type) {}

    private final RuleSets ruleSets;
    private final Map<Key, Adjudication> made = new HashMap<>();

    public Adjudications(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    public Function<OutcomeType, Adjudication> under(ContractVersion contract) {
        return type -> made.computeIfAbsent(new Key(contract.digest(), type), key -> make(contract, type));
    }

    private Adjudication make(ContractVersion contract, OutcomeType type) {
        return contract.terms(type)
                .map(terms -> new Adjudication(contract, terms, ruleSets.of(terms.rules())))
                .orElseThrow(() -> new IllegalStateException(
                        "expected contract " + contract.digest() + " to have terms for " + type + ", but it has none"));
    }
}
