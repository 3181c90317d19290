package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A neutral recount's own test data, which nobody on this project made up. */
final class AgentMeasureData {

    private static final Path FOLDER = Path.of("..", "shared", "data", "agentmeasure");

    static final String CONVERSATIONS =
            FOLDER.resolve("vendor-export-intercom.csv").toString();
    static final String EFFECTS = FOLDER.resolve("assumed-resolution.jsonl").toString();
    static final String VECTORS = FOLDER.resolve("vectors-out-001-005.json").toString();

    private AgentMeasureData() {}

    /** A build server without the data fails; somebody else's machine is told loudly what was not tested. */
    static void assumePresent() {
        if (!Files.exists(FOLDER)) {
            assertThat(System.getenv("CI"))
                    .as("the recount's data are needed here: %s", FOLDER)
                    .isNotEqualTo("true");
            System.err.println(
                    "NOT TESTED: the recount's real data are not here (" + FOLDER + "); only the samples are.");
            Assumptions.abort("no recount data");
        }
    }
}
