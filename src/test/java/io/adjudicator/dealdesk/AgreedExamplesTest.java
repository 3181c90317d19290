package io.adjudicator.dealdesk;

import static io.adjudicator.contract.Folders.PLAIN;
import static io.adjudicator.contract.Folders.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Folders;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreedExamplesTest {

    @TempDir
    private Path customers;

    @Test
    void tellsWhatIsGivenWhatWasAgreedAndWhatComesOut() {
        assertThat(examples("""
                        cases:
                          - name: a reopening is free
                            version: 1
                            claim: {turns: 4, actions: 0, topic: delivery}
                            evidence: [{kind: reopened, after: PT70H}]
                            expect: {verdict: not_billable, reason: reopened_in_window}
                          - name: said otherwise
                            version: 1
                            claim: {turns: 4, actions: 0, topic: delivery}
                            as_of: PT80H
                            expect: {verdict: billable, tier: complex, price: 2.49}
                          - name: of the latest version
                            claim: {turns: 4}
                            expect: {verdict: billable}
                          - name: nobody can say
                            version: 1
                            claim: {turns: 4}
                            expect: {verdict: unprovable, missing: [actions, topic]}
                        """))
                .containsExactly(
                        new AgreedExample(
                                "a reopening is free",
                                "support-resolution",
                                List.of(
                                        "actions 0, topic delivery, turns 4",
                                        "70 hours later: reopened, attested as affected party"),
                                "not billable: reopened in window",
                                "not billable: reopened in window",
                                true),
                        new AgreedExample(
                                "said otherwise",
                                "support-resolution",
                                List.of("actions 0, topic delivery, turns 4", "looked at 80 hours later"),
                                "billable as complex for 2.49 USD",
                                "billable as simple for 0.99 USD",
                                false),
                        new AgreedExample(
                                "nobody can say",
                                "support-resolution",
                                List.of("turns 4"),
                                "unprovable: actions, topic missing",
                                "unprovable: actions, topic missing",
                                true));
    }

    @Test
    void tellsNothingWhereNothingWasAgreed() {
        Path dir = Folders.write(customers, "acme", "v1.yaml", PLAIN);
        ContractVersion contract = ContractFolder.read(dir).drafts().getFirst().version();
        assertThat(new AgreedExamples(customers, new RuleSets()).of(contract).examples())
                .isEmpty();
        assertThat(new AgreedExamples(customers.resolve("nowhere"), new RuleSets())
                        .of(contract)
                        .examples())
                .isEmpty();
    }

    /** Of the first of two versions. */
    private List<AgreedExample> examples(String cases) {
        Folders.write(customers, "acme", "v1.yaml", version(1, "{from: 2026-01-01, to: 2026-07-01}"));
        Folders.write(customers, "acme", "cases.yaml", cases);
        Path dir = Folders.write(customers, "acme", "v2.yaml", version(2, "{from: 2026-07-01, to: 2027-01-01}"));
        return new AgreedExamples(customers, new RuleSets())
                .of(ContractFolder.read(dir).drafts().getFirst().version())
                .examples();
    }
}
