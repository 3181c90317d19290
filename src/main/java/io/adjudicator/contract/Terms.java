package io.adjudicator.contract;

import io.adjudicator.contract.SessionTerms.Bill;
import io.adjudicator.contract.SessionTerms.ReopenedIs;
import io.adjudicator.contract.WindowTerms.Anchor;
import io.adjudicator.contract.WindowTerms.Late;
import io.adjudicator.contract.WindowTerms.OnActivity;
import io.adjudicator.contract.WindowTerms.Reopen;
import io.adjudicator.contract.WindowTerms.Silence;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Unit;
import io.adjudicator.rules.RuleSetSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
                new CustomerId(text(contract, "customer")),
                contract.integer("version").orElseThrow(),
                digest,
                effective(contract),
                zone(contract),
                new Unit(text(contract, "unit")),
                outcomes);
    }

    /** Dates are midnights in the contract's zone. */
    static Period effective(Tree contract) {
        Tree effective = contract.child("effective");
        return new Period(
                midnight(text(effective, "from"), zone(contract)),
                effective.text("to").map(to -> midnight(to, zone(contract))).orElse(OPEN_END));
    }

    private static Instant midnight(String date, ZoneId zone) {
        return LocalDate.parse(date).atStartOfDay(zone).toInstant();
    }

    private static ZoneId zone(Tree contract) {
        return ZoneId.of(text(contract, "timezone"));
    }

    private static OutcomeTerms outcome(OutcomeType type, Tree outcome, Map<OutcomeType, RuleSetSource> rules) {
        RuleSetSource source = rules.get(type);
        if (source == null) {
            throw new IllegalStateException(
                    "expected rules for " + type + ", but the content has only " + rules.keySet());
        }
        return new OutcomeTerms(
                type,
                text(outcome, "clause"),
                definition(outcome.child("definition")),
                session(outcome.child("session")),
                window(outcome.child("window")),
                choice(outcome.child("verification"), "minimum_grade", EvidenceGrade.class),
                source,
                price(outcome.child("price")));
    }

    private static Definition definition(Tree definition) {
        return new Definition(
                text(definition, "action"),
                text(definition, "result"),
                text(definition, "failure"),
                text(definition, "system_of_record"),
                text(definition, "dispute_process"));
    }

    private static SessionTerms session(Tree session) {
        return new SessionTerms(
                session.text("ends_after").map(Duration::parse),
                choice(session, "bill", Bill.class),
                choice(session, "reopened_is", ReopenedIs.class));
    }

    private static WindowTerms window(Tree window) {
        return new WindowTerms(
                Duration.parse(text(window, "length")),
                choice(window, "anchor", Anchor.class),
                choice(window, "on_activity", OnActivity.class),
                choice(window, "silence", Silence.class),
                choice(window, "reopen", Reopen.class),
                choice(window, "late", Late.class),
                Duration.parse(text(window, "settle_every")));
    }

    private static PriceTerms price(Tree price) {
        Map<String, BigDecimal> flat = new HashMap<>(price.decimals("per_outcome"));
        price.decimal("blended").ifPresent(blended -> flat.put("blended", blended));
        Map<String, BigDecimal> mix = price.child("blended").decimals("mix");
        return new PriceTerms(text(price, "clause"), flat, mix.isEmpty() ? Optional.empty() : Optional.of(mix));
    }

    private static <E extends Enum<E>> E choice(Tree tree, String key, Class<E> type) {
        return Enum.valueOf(type, text(tree, key).toUpperCase(Locale.ROOT));
    }

    private static String text(Tree tree, String key) {
        return tree.text(key)
                .orElseThrow(() -> new IllegalStateException(
                        "expected a checked contract to have " + tree.at(key) + ", but it does not"));
    }
}
