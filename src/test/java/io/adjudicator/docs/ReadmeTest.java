package io.adjudicator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Every command that the README names. Short ones are run; those that start a service, or are the tests themselves, are
 * parsed with their options and asked for help. Java's commands run in this Java, since the script would build the jar again.
 */
class ReadmeTest {

    private static final String README = Repository.text(Path.of("README.md"));

    /** By the script alone, which has no help page for each. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("test", "bench", "help");

    private static final Set<String> LONG = Set.of("account", "demo", "serve", "keys", "journal");

    private static final String INCIDENTS = """
            number,incident_state,reassignment_count,reopen_count,sys_mod_count,caller_id,opened_at,sys_updated_at,\
            contact_type,location,category,subcategory,impact,urgency,priority,knowledge,resolved_at,closed_at
            INC1,New,0,0,0,2838,1/7/2026 7:50,1/7/2026 7:55,Phone,143,53,?,2,2,3,true,?,?
            INC1,Resolved,0,0,1,2838,1/7/2026 7:50,1/7/2026 9:00,Phone,143,53,?,2,2,3,true,1/7/2026 9:00,?
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static List<String> commands() {
        return Pattern.compile("\\./adjudicator ([^`#\\n]+)")
                .matcher(README)
                .results()
                .map(command -> command.group(1).strip())
                .distinct()
                .toList();
    }

    @Test
    void namesEveryCommand() {
        Set<String> named =
                commands().stream().map(command -> command.split(" ")[0]).collect(Collectors.toSet());
        assertThat(named).isEqualTo(ofTheScript());
        assertThat(named)
                .containsAll(new CommandLine(Main.class).getSubcommands().keySet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void namesOnlyWhatWorks(String command) throws IOException {
        String first = command.split(" ")[0];
        if (OF_THE_SCRIPT.contains(first)) {
            assertThat(ofTheScript()).contains(first);
        } else if (LONG.contains(first)) {
            new CommandLine(Main.class).parseArgs(command.split(" "));
            assertThat(run(first, "--help")).isZero();
            assertThat(out.toString()).contains("Usage: adjudicator " + first);
        } else {
            assertThat(run(filledIn(command))).as(err::toString).isZero();
            assertThat(out.toString()).isNotBlank();
        }
    }

    /** README says: offline, the same job. So its own claim, which nobody objects to, costs fabrikam one flat price. */
    @Test
    void showsAClaimThatBills() throws IOException {
        assertThat(run("adjudicate", "--customer", "fabrikam", ownClaim().toString()))
                .as(err::toString)
                .isZero();
        assertThat(out.toString().lines().skip(1))
                .singleElement()
                .asString()
                .contains("c-1")
                .contains("billable")
                .contains("0.99");
    }

    @Test
    void helpsWithEveryCommandByTheScript() throws IOException, InterruptedException {
        Process script = new ProcessBuilder("bash", "adjudicator", "help").start();
        String page = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        assertThat(ofTheScript())
                .allSatisfy(command -> assertThat(page).containsPattern("(?m)^  \\./adjudicator " + command + "\\b"));
    }

    @Test
    void refusesACommandThatIsNotThereByTheScript() throws IOException, InterruptedException {
        Process script = new ProcessBuilder("bash", "adjudicator", "adjudicat").start();
        String said = new String(script.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isEqualTo(2);
        assertThat(said)
                .isEqualTo("adjudicator: there is no command 'adjudicat'; did you mean 'adjudicate'?"
                        + " See ./adjudicator help\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "bench"})
    void onlyHelpsWhereHelpIsWanted(String command) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("bash", "adjudicator", command, "--help").start();
        String page = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        assertThat(page).startsWith("./adjudicator " + command);
        assertThat(script.getErrorStream().readAllBytes()).isEmpty();
    }

    /** The words of the script's last case. */
    private static Set<String> ofTheScript() {
        String script = Repository.text(Path.of("adjudicator"));
        Matcher cases = Pattern.compile("^  ([a-z |-]+)\\) ", Pattern.MULTILINE)
                .matcher(script.substring(script.indexOf("case \"$command\"")));
        return cases.results()
                .flatMap(words -> Arrays.stream(words.group(1).split(" \\| ")))
                .filter(word -> !word.startsWith("-"))
                .collect(Collectors.toSet());
    }

    /** With something in the place of what the reader has to fill in. */
    private String[] filledIn(String command) throws IOException {
        Path records = ownClaim();
        Path incidents = Files.writeString(folder.resolve("incidents.csv"), INCIDENTS);
        return Arrays.stream(command.split(" "))
                .map(word -> switch (word) {
                    case "C", "NAME" -> "fabrikam";
                    case "FILE.ndjson" -> records.toString();
                    case "FILE" -> incidents.toString();
                    default -> word;
                })
                .toArray(String[]::new);
    }

    private Path ownClaim() throws IOException {
        Matcher claim = Pattern.compile("-d '\\{(.*?)\\}'", Pattern.DOTALL).matcher(README);
        assertThat(claim.find()).as("README shows a claim").isTrue();
        String line = "{\"type\": \"claim\"," + claim.group(1).replaceAll("\\s*\\n\\s*", " ") + "}\n";
        return Files.writeString(folder.resolve("records.ndjson"), line);
    }

    private int run(String... arguments) {
        return new CommandLine(Main.class)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
