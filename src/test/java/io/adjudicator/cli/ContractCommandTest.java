package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.Folders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ContractCommandTest {

    @TempDir
    private Path customers;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void checkPrintsEveryFaultWithFileLineAndClauseAndEndsWithASummary() {
        Folders.write(customers, "acme", "v1.yaml", Folders.plainWith("topic:", "tpoic:"));
        Folders.write(customers, "zeta", "v1.yaml", Folders.PLAIN);

        assertThat(run("check", "--dir", customers.toString())).isEqualTo(1);
        assertThat(out.toString().lines()).first().asString().startsWith(customers + "/acme/v1.yaml:22: OF 3.4: ");
        assertThat(out.toString().lines())
                .last()
                .isEqualTo("2 customers, 2 versions, 0 agreed cases: 1 faults, 2 warnings");
    }

    @Test
    void checkSaysWhatElseThereIsToSayAfterTheFaults() {
        assertThat(run("check", "northwind")).isZero();
        assertThat(out.toString().lines().toList())
                .containsExactly(
                        "note: ./customer-overrides/northwind/v2.yaml:42: OF 4.1: T-1 (complex) and T-2 (simple) both fit"
                                + " {actions: 2, topic: \"refund\", turns: 0, language: \"en\"}; T-1 comes first and decides,"
                                + " as the agreed case \"a refund with two actions is complex, however short\" shows",
                        "note: ./customer-overrides/northwind/v2.yaml:40: OF 3: no row fits"
                                + " {actions: 0, topic: \"refund\", turns: 7, language: \"en\"}; it is blended",
                        "northwind v1 leaves open: 7 onboarding (onboarding), 8 structure (structure), 9 value anchor"
                                + " (outcomes.*.value), 10 spend controls (maximum)",
                        "northwind v2 leaves open: 7 onboarding (onboarding), 8 structure (structure), 9 value anchor"
                                + " (outcomes.*.value), 10 spend controls (maximum)",
                        "1 customers, 2 versions, 16 agreed cases: 0 faults, 0 warnings");
    }

    @Test
    void checkAcceptsACustomerOrAPath() {
        Path dir = Folders.write(customers, "acme", "v1.yaml", Folders.PLAIN);

        assertThat(run("check", "acme", "--dir", customers.toString())).isZero();
        assertThat(run("check", dir.toString())).isZero();
        assertThat(run("check", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("nobody");
    }

    @Test
    void rulesPrintsTheDrlOfAVersion() {
        Folders.write(customers, "acme", "v1.yaml", Folders.PLAIN);

        assertThat(run(
                        "rules",
                        "acme",
                        "--dir",
                        customers.toString(),
                        "--version",
                        "1",
                        "--type",
                        "support-resolution"))
                .isZero();
        assertThat(out.toString())
                .contains("acme, contract version 1")
                .contains("rule \"X-1\"")
                .contains("rule \"B-1\"");
        assertThat(run("rules", "acme", "--dir", customers.toString(), "--version", "2"))
                .isEqualTo(1);
        assertThat(run("rules", "acme", "--dir", customers.toString(), "--type", "other"))
                .isEqualTo(1);
    }

    @Test
    void explainSaysWhatWasAgreed() {
        assertThat(run("explain", "northwind")).isZero();
        assertThat(out.toString())
                .contains("northwind, contract version 2")
                .contains("In force from 2026-07-01 until 2027-07-01 (America/New_York). Prices in USD.")
                .contains(
                        "An outcome is billable when an answer or action of the support agent leads to a resolved request")
                .contains("within 72 hours of the last activity")
                .contains("For northwind, a billable outcome means a resolved request where language is")
                .contains("excluding outcomes where topic is \"fraud\" or \"chargeback\", or where")
                .contains("it is measured by the order system and subject to a joint review within 30 days (OF 7).")
                .contains(
                        "Wait: an outcome is decided 72 hours after the last activity, and starts again with every activity")
                .contains("(OF 3.4(c); X-1, fraud_topics_are_free)")
                .contains(
                        "- language: language\n  - turns: turns in the conversation\n  - topic: topic\n  - actions: actions")
                .doesNotContain("- environment")
                .contains("1.44 USD, blended")
                .contains("0.3 × 2.49 + 0.7 × 0.99 = 1.44 USD")
                .contains(
                        "Decisions that this contract leaves open, and where they would stand:\n  - 7 onboarding (onboarding)");
    }

    @Test
    void explainNamesWhatWasWaivedAndWhy() {
        assertThat(run("explain", "incident-desk")).isZero();
        assertThat(out.toString())
                .contains("In force from 2016-01-01 until a later version begins (UTC)")
                .contains("Base rules that do not apply to you:")
                .contains("incidents are passed between groups before an agent resolves them");
    }

    private int run(String... arguments) {
        return new CommandLine(new ContractCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
