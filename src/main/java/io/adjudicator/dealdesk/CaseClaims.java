package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.Tree;
import io.adjudicator.intake.Claim;
import io.adjudicator.kernel.Nearest;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.rules.FactTerm;
import io.adjudicator.rules.FactType;
import io.adjudicator.rules.Vocabulary;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the claims of an agreed case, filling in what its author left out, so that a deal desk can write it by hand. */
final class CaseClaims {

    static final String SESSION = "agreed-session";

    private static final String UNSPECIFIED = "unspecified";
    private static final Set<String> NOT_FACTS = Set.of("outcome_type", "occurred_at", "session_started_at", "before");

    private final ContractVersion contract;
    private final Tree row;
    private final CaseFaults faults;

    CaseClaims(ContractVersion contract, Tree row, CaseFaults faults) {
        this.contract = contract;
        this.row = row;
        this.faults = faults;
    }

    static SourceId identity(String pointer) {
        return new SourceId("cases.yaml", pointer);
    }

    /** Noon of the version's first day in universal time, unless the case says when. */
    Instant occurredAt() {
        Instant noon = contract.effective().from().plus(Duration.ofHours(12));
        return faults.instant(row.child("claim"), "occurred_at").orElse(noon);
    }

    /** Empty if the outcome type cannot be told. */
    Optional<Claim> claim() {
        Tree claim = row.child("claim");
        return terms(claim).map(terms -> claim(claim, terms, occurredAt()));
    }

    /** The claim as if it had occurred at another instant, beginning its session. */
    Optional<Claim> claimAt(Instant occurredAt) {
        Tree claim = row.child("claim");
        return terms(claim).map(terms -> claim(claim, terms, occurredAt));
    }

    List<Claim> earlier() {
        return row.rows("earlier").stream()
                .flatMap(claim -> terms(claim).stream().map(terms -> {
                    Duration before = faults.duration(claim, "before").orElse(Duration.ofMinutes(10));
                    return claim(claim, terms, occurredAt().minus(before));
                }))
                .toList();
    }

    private Optional<OutcomeTerms> terms(Tree claim) {
        Optional<String> named = claim.text("outcome_type");
        Optional<OutcomeTerms> found = contract.outcomes().values().stream()
                .filter(terms -> named.map(name -> terms.type().value().equals(name))
                        .orElse(contract.outcomes().size() == 1))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(
                    "unknown_outcome_type",
                    claim.at("outcome_type"),
                    "expected one of " + contract.outcomes().keySet() + ", but got " + named.orElse("none"));
        }
        return found;
    }

    private Claim claim(Tree claim, OutcomeTerms terms, Instant occurredAt) {
        return new Claim(
                identity(claim.pointer()),
                contract.customer(),
                terms.type(),
                SESSION,
                occurredAt,
                startedAt(claim, occurredAt),
                claim.text("account").orElse(UNSPECIFIED),
                claim.text("channel").orElse(UNSPECIFIED),
                claim.text("workflow_type").orElse(UNSPECIFIED),
                Optional.empty(),
                facts(claim, terms.rules().vocabulary()));
    }

    private Instant startedAt(Tree claim, Instant occurredAt) {
        Instant startedAt = faults.instant(claim, "session_started_at").orElse(occurredAt);
        if (!contract.effective().contains(startedAt)) {
            faults.add(
                    "bad_value",
                    claim.at("occurred_at"),
                    "expected a session that started while version " + contract.version() + " is in force, but got "
                            + startedAt);
        }
        return startedAt;
    }

    private Map<String, Object> facts(Tree claim, Vocabulary vocabulary) {
        Map<String, Object> facts = new HashMap<>();
        claim.members().forEach((name, value) -> {
            if (!NOT_FACTS.contains(name)) {
                vocabulary
                        .term(name)
                        .ifPresentOrElse(
                                term -> fact(claim, term, value).ifPresent(typed -> facts.put(name, typed)),
                                () -> faults.add(
                                        "unknown_fact",
                                        claim.at(name),
                                        "expected a fact of the vocabulary, but got \"" + name + "\""
                                                + hint(name, vocabulary)));
            }
        });
        return facts;
    }

    private static String hint(String name, Vocabulary vocabulary) {
        return Nearest.hint(
                name, vocabulary.terms().stream().map(FactTerm::name).toList());
    }

    private Optional<Object> fact(Tree claim, FactTerm term, Object value) {
        boolean whole = term.type() == FactType.DECIMAL && value instanceof Long;
        Object typed = whole ? BigDecimal.valueOf((Long) value) : value;
        if (term.type().accepts(typed)) {
            return Optional.of(typed);
        }
        faults.add(
                "wrong_type",
                claim.at(term.name()),
                "expected " + term.type().name().toLowerCase(Locale.ROOT) + " for " + term.name() + ", but got "
                        + value);
        return Optional.empty();
    }
}
