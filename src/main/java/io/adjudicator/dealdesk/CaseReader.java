package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.Tree;
import io.adjudicator.contract.YamlFile;
import io.adjudicator.dealdesk.AgreedCase.Expected;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.rules.FactTerm;
import io.adjudicator.rules.FactType;
import io.adjudicator.rules.Vocabulary;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one agreed case, filling in what its author left out, so that a deal desk can write it by hand. */
final class CaseReader {

    private static final String SOURCE = "cases.yaml";
    private static final String SESSION = "agreed-session";
    private static final String UNSPECIFIED = "unspecified";
    private static final Set<String> NOT_FACTS = Set.of("outcome_type", "occurred_at", "session_started_at");

    /** Long after every window (at most 400 days) has closed. */
    private static final Duration LONG_AFTER = Duration.ofDays(1_000);

    private static final Duration NOON = Duration.ofHours(12);

    private final YamlFile file;
    private final Tree row;
    private final ContractVersion contract;
    private final List<Fault> faults = new ArrayList<>();

    CaseReader(YamlFile file, Tree row, ContractVersion contract) {
        this.file = file;
        this.row = row;
        this.contract = contract;
    }

    List<Fault> faults() {
        return faults;
    }

    /** Empty if there are faults. */
    Optional<AgreedCase> read() {
        Optional<OutcomeTerms> terms = terms();
        Instant occurredAt = instant("occurred_at", contract.effective().from().plus(NOON));
        Instant startedAt = instant("session_started_at", occurredAt);
        if (!contract.effective().contains(startedAt)) {
            fault(row.child("claim").at("occurred_at"), "bad_value", "expected a time at which version "
                    + contract.version() + " is in force, but got " + startedAt);
        }
        Optional<Claim> claim = terms.map(known -> claim(known, occurredAt, startedAt));
        List<Evidence> evidence = evidence(occurredAt);
        Instant asOf = occurredAt.plus(duration(row, "as_of", LONG_AFTER));
        return claim.filter(read -> faults.isEmpty())
                .map(read -> new AgreedCase(
                        row.text("name").orElse("?"), row.pointer(), contract.version(), read, evidence, asOf, expected()));
    }

    private Optional<OutcomeTerms> terms() {
        Tree claim = row.child("claim");
        Optional<String> named = claim.text("outcome_type");
        Optional<OutcomeTerms> found = contract.outcomes().values().stream()
                .filter(terms -> named.map(name -> terms.type().value().equals(name))
                        .orElse(contract.outcomes().size() == 1))
                .findFirst();
        if (found.isEmpty()) {
            fault(claim.at("outcome_type"), "unknown_outcome_type", "expected one of "
                    + contract.outcomes().keySet() + ", but got " + named.orElse("none"));
        }
        return found;
    }

    private Claim claim(OutcomeTerms terms, Instant occurredAt, Instant startedAt) {
        Tree claim = row.child("claim");
        OutcomeType type = terms.type();
        return new Claim(
                identity("claim"),
                contract.customer(),
                type,
                SESSION,
                occurredAt,
                startedAt,
                claim.text("account").orElse(UNSPECIFIED),
                claim.text("channel").orElse(UNSPECIFIED),
                claim.text("workflow_type").orElse(UNSPECIFIED),
                Optional.empty(),
                facts(claim, terms.rules().vocabulary()));
    }

    private Map<String, Object> facts(Tree claim, Vocabulary vocabulary) {
        Map<String, Object> facts = new HashMap<>();
        claim.members().forEach((name, value) -> {
            if (NOT_FACTS.contains(name)) {
                return;
            }
            Optional<FactTerm> term = vocabulary.term(name);
            if (term.isEmpty()) {
                fault(claim.at(name), "unknown_fact", "expected a fact of the vocabulary, but got \"" + name + "\"");
                return;
            }
            Object typed = term.get().type() == FactType.DECIMAL && value instanceof Long whole
                    ? BigDecimal.valueOf(whole)
                    : value;
            if (term.get().type().accepts(typed)) {
                facts.put(name, typed);
            } else {
                fault(claim.at(name), "wrong_type", "expected "
                        + term.get().type().name().toLowerCase(Locale.ROOT) + " for " + name + ", but got " + value);
            }
        });
        return facts;
    }

    private List<Evidence> evidence(Instant claimedAt) {
        List<Evidence> evidence = new ArrayList<>();
        for (Tree observed : row.rows("evidence")) {
            String name = observed.text("kind").orElse("");
            EvidenceKind.ofWireName(name)
                    .ifPresentOrElse(
                            kind -> evidence.add(evidence(kind, observed, claimedAt)),
                            () -> fault(observed.at("kind"), "unknown_evidence",
                                    "expected a kind of evidence, such as reopened, but got \"" + name + "\""));
        }
        return evidence;
    }

    private Evidence evidence(EvidenceKind kind, Tree observed, Instant claimedAt) {
        return new Evidence(
                identity(observed.pointer()),
                contract.customer(),
                SESSION,
                Optional.of(identity("claim")),
                kind,
                EvidenceGrade.valueOf(observed.text("grade").orElse("affected_party").toUpperCase(Locale.ROOT)),
                claimedAt.plus(duration(observed, "after", Duration.ofHours(1))),
                Optional.empty(),
                Optional.empty());
    }

    private Expected expected() {
        Tree expect = row.child("expect");
        return new Expected(
                expect.text("verdict").orElse("").toUpperCase(Locale.ROOT),
                expect.text("reason"),
                expect.texts("missing"),
                expect.text("tier"),
                expect.decimal("price"));
    }

    private static SourceId identity(String id) {
        return new SourceId(SOURCE, id);
    }

    private Instant instant(String key, Instant otherwise) {
        Tree claim = row.child("claim");
        Optional<String> text = claim.text(key);
        try {
            return text.map(time -> OffsetDateTime.parse(time).toInstant()).orElse(otherwise);
        } catch (DateTimeException e) {
            fault(claim.at(key), "bad_value", "expected a time with zone, such as 2026-07-01T09:00:00Z, but got "
                    + text.orElse("none"));
            return otherwise;
        }
    }

    private Duration duration(Tree tree, String key, Duration otherwise) {
        Optional<String> text = tree.text(key);
        try {
            return text.map(Duration::parse).orElse(otherwise);
        } catch (DateTimeException e) {
            fault(tree.at(key), "bad_value", "expected a duration such as PT70H, but got " + text.orElse("none"));
            return otherwise;
        }
    }

    private void fault(String pointer, String code, String message) {
        faults.add(file.fault(code, pointer, message));
    }
}
