package io.adjudicator.contract;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Period;
import io.adjudicator.rules.RuleSetSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Turns a checked contract tree, fresh from its file or restored from the store, into typed terms. */
final class Terms {

    /** The end of a period that was left open: far enough that no claim is later, near enough for every database. */
    static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

    private Terms() {}

    static ContractVersion read(Tree contract, Digest digest, Map<OutcomeType, RuleSetSource> rules) {
        Map<OutcomeType, OutcomeTerms> outcomes = new HashMap<>();
        contract.child("outcomes").children().forEach((name, outcome) -> {
            OutcomeType type = new OutcomeType(name);
            outcomes.put(type, outcome(type, outcome, rules));
        });
        return new ContractVersion(
                new CustomerId(MoneyTerms.text(contract, "customer")),
                contract.integer("version").orElseThrow(),
                digest,
                effective(contract),
                zone(contract),
                MoneyTerms.unit(contract),
                outcomes,
                MoneyTerms.commercial(contract, zone(contract)),
                DisputeTerms.of(contract));
    }

    /** Dates are midnights in the contract's zone. */
    static Period effective(Tree contract) {
        Tree effective = contract.child("effective");
        return new Period(
                MoneyTerms.midnight(MoneyTerms.text(effective, "from"), zone(contract)),
                effective
                        .text("to")
                        .map(to -> MoneyTerms.midnight(to, zone(contract)))
                        .orElse(OPEN_END));
    }

    private static ZoneId zone(Tree contract) {
        return ZoneId.of(MoneyTerms.text(contract, "timezone"));
    }

    private static OutcomeTerms outcome(OutcomeType type, Tree outcome, Map<OutcomeType, RuleSetSource> rules) {
        RuleSetSource source = rules.get(type);
        if (source == null) {
            throw new IllegalStateException(
                    "expected rules for " + type + ", but the content has only " + rules.keySet());
        }
        return new OutcomeTerms(
                type,
                MoneyTerms.text(outcome, "clause"),
                definition(outcome.child("definition")),
                Timing.session(outcome.child("session")),
                Timing.window(outcome.child("window")),
                Verification.terms(outcome.child("verification")),
                source,
                MoneyTerms.price(outcome.child("price")),
                MoneyTerms.value(outcome));
    }

    private static Definition definition(Tree definition) {
        return new Definition(
                MoneyTerms.text(definition, "action"),
                MoneyTerms.text(definition, "result"),
                MoneyTerms.text(definition, "failure"),
                MoneyTerms.text(definition, "system_of_record"),
                MoneyTerms.text(definition, "dispute_process"));
    }

    static <E extends Enum<E>> E choice(Tree tree, String key, Class<E> type) {
        return Enum.valueOf(type, MoneyTerms.text(tree, key).toUpperCase(Locale.ROOT));
    }
}
