package io.adjudicator.dealdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folders that model what vendors publish, as the table in customer-overrides/README.md lists them. */
class PublishedModelsTest {

    private static final Path FOLDER = Path.of("customer-overrides");

    static List<String> models() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        return Pattern.compile("^\\| ([a-z][a-z, -]+[a-z]) \\|", Pattern.MULTILINE)
                .matcher(readme.substring(readme.indexOf("## Published models")))
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", ")))
                .filter(name -> !name.equals("folder"))
                .toList();
    }

    static List<Path> versions() throws IOException {
        return models().stream()
                .flatMap(model -> in(FOLDER.resolve(model)))
                .filter(file -> file.getFileName().toString().matches("v\\d+[.]yaml"))
                .toList();
    }

    private static Stream<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException("expected a folder " + folder + ", but could not list it", e);
        }
    }

    @Test
    void coverTheVendorsOfTheGuide() throws IOException {
        assertThat(models())
                .containsExactlyInAnyOrder(
                        "intercom-fin",
                        "zendesk-automated-resolutions",
                        "hubspot-customer-agent",
                        "hubspot-prospecting-agent",
                        "help-scout-ai-answers",
                        "sierra-fintech",
                        "sierra-shop",
                        "sierra-healthcare",
                        "gorgias",
                        "eximius",
                        "docspeed",
                        "decagon",
                        "revenue-stream-ai",
                        "percentage-of-collections",
                        "eve-coreguard",
                        "salesforce-agentforce",
                        "redo",
                        "notiondesk",
                        "simple-chat");
    }

    /** What a vendor publishes and what was made up must never be taken for one another. */
    @ParameterizedTest
    @MethodSource("versions")
    void sayWhatIsPublishedWhatIsAssumedAndWhenItWasRead(Path version) throws IOException {
        String header = Files.readString(version)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .reduce("", (text, line) -> text + line.substring(1));
        assertThat(header).contains("Published").containsIgnoringCase("assumed").contains("read 2026-11");
    }

    @ParameterizedTest
    @MethodSource("models")
    void agreeOnAtLeastEightCasesOfWhichSomeAreFree(String model) throws IOException {
        String cases = Files.readString(FOLDER.resolve(model).resolve("cases.yaml"));
        assertThat(cases.lines().filter(line -> line.startsWith("  - name: "))).hasSizeGreaterThanOrEqualTo(8);
        assertThat(cases).contains("verdict: billable").contains("verdict: not_billable, reason: ");
    }

    @ParameterizedTest
    @MethodSource("models")
    void workOutAMonthThatEndsInATotal(String model) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(model).resolve("statement.yaml")))
                .contains("    expect:\n      total: ");
    }
}
