package io.adjudicator.dealdesk;

import static io.adjudicator.contract.Folders.PLAIN;
import static io.adjudicator.contract.Folders.plainWith;
import static io.adjudicator.contract.Folders.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.adjudicator.contract.Contracts;
import io.adjudicator.contract.Folders;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.contract.TestDatabase;
import io.adjudicator.dealdesk.PublicationResult.State;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.lint.OpenDecision;
import io.adjudicator.lint.Remarks;
import io.adjudicator.rules.RuleSets;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

    private static final RuleSets RULE_SETS = new RuleSets();
    private static final Instant JULY = Instant.parse("2026-07-01T12:00:00Z");

    private final TestDatabase database = new TestDatabase();

    @TempDir
    private Path customers;

    @Test
    void publishesEveryFolderOnceAndSaysSo() {
        Contracts contracts = database.replica();
        Folders.write(customers, "plain-a", "v1.yaml", PLAIN);
        Folders.write(customers, "plain-b", "v1.yaml", PLAIN);

        assertThat(publisher(contracts).publishAll("deal desk"))
                .extracting(PublicationResult::customer, PublicationResult::version, PublicationResult::state)
                .containsExactly(
                        tuple("plain-a", Optional.of(1), State.PUBLISHED),
                        tuple("plain-b", Optional.of(1), State.PUBLISHED));
        assertThat(publisher(database.replica()).publishAll("deal desk"))
                .extracting(PublicationResult::state)
                .containsExactly(State.UNCHANGED, State.UNCHANGED);
    }

    @Test
    void saysOnceOfANewVersionWhatElseThereIsToSay() {
        Folders.write(customers, "acme", "v1.yaml", PLAIN);
        Publisher publisher = publisher(database.replica());

        Remarks remarks = publisher.publishAll("deal desk").getFirst().remarks().orElseThrow();
        assertThat(remarks.warnings()).extracting(Fault::code).containsExactly("case_missing", "rows_overlap");
        assertThat(remarks.notes()).extracting(Fault::code).containsExactly("rows_leave_gap");
        assertThat(remarks.leavesOpen()).extracting(OpenDecision::number).containsExactly(7, 8, 9, 10);
        assertThat(publisher.publishAll("deal desk").getFirst().remarks()).isEmpty();
    }

    @Test
    void aBadFolderHurtsNobodyAndItsEarlierVersionGoesOnDeciding() {
        Contracts contracts = database.replica();
        Folders.write(customers, "bad", "v1.yaml", version(1, "{from: 2026-01-01}"));
        publisher(contracts).publishAll("deal desk");

        Folders.write(
                customers, "bad", "v2.yaml", version(2, "{from: 2026-06-01}").replace("topic:", "tpoic:"));
        Folders.write(customers, "good", "v1.yaml", PLAIN);
        Publisher publisher = publisher(contracts);
        List<PublicationResult> results = publisher.publishAll("deal desk");

        assertThat(results)
                .extracting(PublicationResult::customer, PublicationResult::state)
                .containsExactly(
                        tuple("bad", State.UNCHANGED), tuple("bad", State.REFUSED), tuple("good", State.PUBLISHED));
        assertThat(results.get(1).faults())
                .extracting(Fault::code, Fault::at)
                .containsExactly(tuple("unknown_fact", "bad/v2.yaml:22"));
        assertThat(publisher.latest()).isEqualTo(results);
        assertThat(inForce(contracts, "bad")).isEqualTo(1);
    }

    @Test
    void refusesAVersionWhoseAgreedCaseFails() {
        Contracts contracts = database.replica();
        Folders.write(customers, "disagreed", "v1.yaml", PLAIN);
        Folders.write(customers, "disagreed", "cases.yaml", """
                cases:
                  - name: a dear request
                    claim: {turns: 4, actions: 0, topic: x}
                    expect: {verdict: billable, price: 9.99}
                """);

        List<PublicationResult> results = publisher(contracts).publishAll("deal desk");

        assertThat(results.getFirst().faults()).extracting(Fault::code).containsExactly("case_failed");
        assertThat(contracts.knows(new CustomerId("disagreed"))).isFalse();
    }

    @Test
    void refusesAPublishedNumberWithOtherContentAndKeepsTheOldPrice() {
        Contracts contracts = database.replica();
        Folders.write(customers, "changed", "v1.yaml", PLAIN);
        publisher(contracts).publishAll("deal desk");
        Folders.write(customers, "changed", "v1.yaml", plainWith("simple: 0.99", "simple: 0.49"));

        List<PublicationResult> results = publisher(contracts).publishAll("deal desk");

        assertThat(results.getFirst().faults()).extracting(Fault::code).containsExactly("version_reused");
        assertThat(contracts
                        .inForce(new CustomerId("changed"), JULY)
                        .orElseThrow()
                        .outcomes()
                        .values())
                .singleElement()
                .extracting(terms -> terms.price().perOutcome().get("simple"))
                .isEqualTo(new RateTerms.Flat(new BigDecimal("0.99")));
    }

    @Test
    void stopsAtTheFirstVersionThatIsRefused() {
        Contracts contracts = database.replica();
        Folders.write(
                customers,
                "stopped",
                "v1.yaml",
                version(1, "{from: 2026-01-01}").replace("topic:", "tpoic:"));
        Folders.write(customers, "stopped", "v2.yaml", version(2, "{from: 2026-06-01}"));

        assertThat(publisher(contracts).publishAll("deal desk"))
                .extracting(result -> result.faults().getFirst().code())
                .containsExactly("unknown_fact", "version_order");
        assertThat(contracts.knows(new CustomerId("stopped"))).isFalse();
    }

    @Test
    void keepsPublishedVersionsWhoseFolderIsGone() throws Exception {
        Contracts contracts = database.replica();
        Path dir = Folders.write(customers, "gone", "v1.yaml", PLAIN);
        publisher(contracts).publishAll("deal desk");
        Files.delete(dir.resolve("v1.yaml"));
        Files.delete(dir);

        assertThat(publisher(contracts).publishAll("deal desk")).isEmpty();
        assertThat(inForce(contracts, "gone")).isEqualTo(1);
    }

    @Test
    void publishesNothingWhereThereIsNoFolderAtAll() {
        Publisher publisher = new Publisher(customers.resolve("nowhere"), database.replica(), RULE_SETS);

        assertThat(publisher.publishAll("service start")).isEmpty();
    }

    @Test
    void publishesManyCustomersWithRulesOfTheirOwnInFewTrials() {
        for (int i = 0; i < 60; i++) {
            Folders.write(customers, "many-" + i, "v1.yaml", plainWith("\"<= 30\"", "\"<= " + (30 + i) + "\""));
        }
        Contracts contracts = database.replica();

        assertThat(publisher(contracts).publishAll("deal desk"))
                .extracting(PublicationResult::state)
                .hasSize(60)
                .containsOnly(State.PUBLISHED);
    }

    private Publisher publisher(Contracts contracts) {
        return new Publisher(customers, contracts, RULE_SETS);
    }

    private static int inForce(Contracts contracts, String customer) {
        return contracts.inForce(new CustomerId(customer), JULY).orElseThrow().version();
    }
}
