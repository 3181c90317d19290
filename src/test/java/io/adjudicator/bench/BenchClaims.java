package io.adjudicator.bench;

import io.adjudicator.adjudication.CaseFile;
import io.adjudicator.adjudication.CaseFile.Exhibit;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Claims as a help desk sends them, the same at every run: five in six are billable. What a claim states decides none of them at once, so
 * that all of them wait for their windows.
 */
final class BenchClaims {

    private static final List<String> TOPICS = List.of("refund", "claim", "delivery", "invoice");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr");

    private BenchClaims() {}

    static Claim claim(int number, Instant occurredAt) {
        return new Claim(
                new SourceId("desk", "c-" + number),
                new CustomerId("acme"),
                BenchContract.TYPE,
                "s-" + number,
                occurredAt,
                occurredAt.minus(Duration.ofMinutes(20)),
                "Berlin",
                "chat",
                "refund",
                Optional.of("https://desk.example/c/" + number),
                facts(new Random(number)));
    }

    private static Map<String, Object> facts(Random random) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("turns", 1L + random.nextInt(12));
        facts.put("actions", (long) random.nextInt(4));
        facts.put("topic", TOPICS.get(random.nextInt(TOPICS.size())));
        facts.put("language", LANGUAGES.get(random.nextInt(LANGUAGES.size())));
        facts.put("priority", random.nextBoolean() ? "normal" : "low");
        facts.put("customer_segment", "consumer");
        facts.put("environment", "production");
        facts.put("reassignments", random.nextInt(32) == 0 ? 1L : 0L);
        facts.put("rating", random.nextInt(32) == 0 ? 2L : 3L + random.nextInt(3));
        facts.put("handle_seconds", 30L + random.nextInt(4_000));
        facts.put("confidence", BigDecimal.valueOf(58L + random.nextInt(42), 2));
        facts.put("amount_at_stake", BigDecimal.valueOf(random.nextInt(40_000), 2));
        return facts;
    }

    /** The claim as a line of a batch. */
    static String line(Claim claim) {
        return """
                {"type":"claim","source":"%s","id":"%s","customer":"%s","outcomeType":"%s","session":"%s","occurredAt":"%s",\
                "sessionStartedAt":"%s","account":"%s","channel":"%s","workflowType":"%s","sourceLink":"%s","facts":{%s}}
                """.formatted(
                        claim.identity().source(),
                        claim.identity().id(),
                        claim.customer(),
                        claim.outcomeType(),
                        claim.session(),
                        claim.occurredAt(),
                        claim.sessionStartedAt(),
                        claim.account(),
                        claim.channel(),
                        claim.workflowType(),
                        claim.sourceLink().orElseThrow(),
                        claim.facts().entrySet().stream()
                                .map(fact -> "\"" + fact.getKey() + "\":" + json(fact.getValue()))
                                .collect(Collectors.joining(",")));
    }

    private static String json(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }

    /** A line that says that a claim's customer came back. */
    static String reopening(int number, Instant at) {
        return """
                {"type":"evidence","source":"desk","id":"r-%d","customer":"acme","session":"s-%d","kind":"reopened",\
                "grade":"affected_party","occurredAt":"%s"}
                """.formatted(number, number, at);
    }

    /** The claim's case long after its window closed. */
    static CaseFile caseFile(ContractVersion contract, int number) {
        Instant occurredAt = Instant.parse("2026-07-01T10:00:00Z").plusSeconds(number);
        Claim claim = claim(number, occurredAt);
        return new CaseFile(
                claim,
                contract.digest(),
                BenchContract.terms(contract).rules().digest(),
                evidence(claim, number),
                Optional.empty(),
                List.of(),
                occurredAt.plus(Duration.ofDays(30)));
    }

    private static List<Exhibit> evidence(Claim claim, int number) {
        return switch (number % 16) {
            case 3 -> List.of(seen(claim, EvidenceKind.HANDOFF));
            case 7, 11 -> List.of(seen(claim, EvidenceKind.ACTIVITY));
            case 15 -> List.of(seen(claim, EvidenceKind.CONFIRMED));
            default -> List.of();
        };
    }

    private static Exhibit seen(Claim claim, EvidenceKind kind) {
        return new Exhibit(
                new Evidence(
                        new SourceId("desk", "e-" + claim.identity().id()),
                        claim.customer(),
                        claim.session(),
                        Optional.empty(),
                        kind,
                        EvidenceGrade.AFFECTED_PARTY,
                        claim.occurredAt().plus(Duration.ofHours(5)),
                        Optional.empty(),
                        Optional.empty()),
                false);
    }
}
