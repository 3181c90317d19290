package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The incident log of a real ServiceNow instance, and the contracts that are tried on it. */
final class IncidentLog {

    static final Path FILE = Path.of("..", "shared", "data", "servicenow-incidents", "incidents.csv.gz");

    private static final Path CUSTOMERS = Path.of("customer-overrides");
    private static final String CONTRACT = "v1.yaml";

    private IncidentLog() {}

    /** A build server without the log fails; somebody else's machine is told loudly what was not tested. */
    static void assumePresent() {
        if (!Files.exists(FILE)) {
            assertThat(System.getenv("CI"))
                    .as("the incident log is needed here: %s", FILE)
                    .isNotEqualTo("true");
            System.err.println("NOT TESTED: the real incident log is not here (" + FILE + "); only the samples are.");
            Assumptions.abort("no incident log");
        }
    }

    /** The whole log as claims and evidence of this customer; two customers' records need two sources to be told apart. */
    static String recordsOf(String customer) {
        CliRun run =
                CliRun.importServiceNow("--customer", customer, "--source", "servicenow-" + customer, FILE.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    /** The customer as it is. */
    static void copyContract(String customer, Path contracts) throws IOException {
        Path folder = Files.createDirectories(contracts.resolve(customer));
        Files.copy(CUSTOMERS.resolve(customer).resolve(CONTRACT), folder.resolve(CONTRACT));
        Files.copy(CUSTOMERS.resolve(customer).resolve("cases.yaml"), folder.resolve("cases.yaml"));
    }

    /**
     * The incident desk's contract with another window, for {@code customer}; its agreed cases tell of 72 hours and stay behind. It settles
     * once a day instead of every hour, which must change nothing: what counts is when a window closes.
     */
    static void writeContract(String customer, long windowHours, Path contracts) throws IOException {
        Path folder = Files.createDirectories(contracts.resolve(customer));
        String agreed = Files.readString(CUSTOMERS.resolve("incident-desk").resolve(CONTRACT));
        assertThat(agreed).contains("customer: incident-desk\n", "length: PT72H\n", "settle_every: PT1H\n");
        Files.writeString(
                folder.resolve(CONTRACT),
                agreed.replace("customer: incident-desk\n", "customer: " + customer + "\n")
                        .replace("length: PT72H\n", "length: PT" + windowHours + "H\n")
                        .replace("settle_every: PT1H\n", "settle_every: PT24H\n"));
    }
}
