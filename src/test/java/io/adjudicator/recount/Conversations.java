package io.adjudicator.recount;

import io.adjudicator.adjudication.Trial;
import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.intake.Claim;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.rules.RuleSets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations decided under the conversation desk's contract (0.99 USD), one an hour from July 6th, 2026. */
record Conversations(ContractVersion contract) {

    static final String SOURCE = "desk";

    private static final RuleSets RULE_SETS = new RuleSets();
    private static final Path DESK = Path.of("customer-overrides", "conversation-desk");

    static Conversations atOnePrice() {
        return new Conversations(first(DESK));
    }

    /** The same contract with other prices: what stands after {@code per_outcome:}, and keys beside it. */
    static Conversations priced(String perOutcome, Path folder) {
        try {
            Path customer = Files.createDirectories(folder.resolve("conversation-desk"));
            String text = Files.readString(DESK.resolve("v1.yaml"));
            Files.writeString(customer.resolve("v1.yaml"), text.replace("{simple: 0.99}", perOutcome));
            return new Conversations(first(customer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContractVersion first(Path customer) {
        return ContractFolder.read(customer).timeline().versions().getFirst();
    }

    /** @param kind resolved, human, unaddressed, or unknown whether a human took part */
    Decided of(int number, String kind) {
        return of(SOURCE, number, kind);
    }

    Decided of(String source, int number, String kind) {
        Map<String, Object> facts = new HashMap<>(Map.of("issue_addressed", true, "recontacted", false));
        facts.put("issue_addressed", !kind.equals("unaddressed"));
        if (!kind.equals("unknown")) {
            facts.put("human_participated", kind.equals("human"));
        }
        Instant at = Instant.parse("2026-07-06T00:00:00Z").plus(Duration.ofHours(number));
        Claim claim = new Claim(
                new SourceId(source, "c-" + number),
                new CustomerId("conversation-desk"),
                OutcomeType.SUPPORT_RESOLUTION,
                source + number,
                at,
                at,
                "a",
                "chat",
                "w",
                Optional.empty(),
                facts);
        return new Decided(
                Trial.decide(contract, RULE_SETS, claim, List.of(), List.of(), Optional.empty()),
                YearMonth.of(2026, 7));
    }
}
