package io.adjudicator.contract;

import static io.adjudicator.contract.Folders.plainWith;
import static io.adjudicator.contract.Folders.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractFolderTest {

    @TempDir
    private Path customers;

    @Test
    void readsAContractWithoutFault() {
        ContractFolder folder = read(Folders.PLAIN);

        assertThat(folder.faults()).isEmpty();
        ContractVersion version =
                folder.timeline().at(Instant.parse("2026-01-01T05:00:00Z")).orElseThrow();
        assertThat(version.effective().from()).isEqualTo("2026-01-01T05:00:00Z");
        assertThat(version.effective().to()).isEqualTo("2027-01-01T05:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version: 1                                  | version: 0                             | bad_value           | 2
            version: 1                                  | version: 2                             | wrong_place         | 2
            customer: acme                              | customer: other                        | wrong_place         | 1
            to: 2027-01-01                              | to: 2026-01-01                         | bad_period          | 3
            from: 2026-01-01                            | from: 2026-02-30                       | bad_value           | 3
            from: 2026-01-01                            | from: 01/02/2026                       | bad_value           | 3
            to: 2027-01-01                              | until: 2027-01-01                      | unknown_field       | 3
            America/New_York                            | America/Nowhere                        | bad_value           | 4
            America/New_York                            | GMT+2                                  | bad_value           | 4
            unit: USD                                   | unit: UsD                              | bad_value           | 5
            unit: USD                                   | unit: XXY                              | bad_value           | 5
            unit: USD                                   | unit: USD\\nspend: {cap: 5}            | unknown_field       | 6
            length: PT72H                               | length: 72h                            | bad_value           | 16
            length: PT72H                               | length: P1M                            | bad_value           | 16
            length: PT72H                               | length: PT-1H                          | bad_value           | 16
            length: PT72H                               | length: P401D                          | bad_value           | 16
            late: credit_next_period                    | late: someday                          | bad_value           | 17
            reopen: deduct_same_period                  | reopen: maybe                          | bad_value           | 17
            settle_every: PT1M                          | settle_every: PT0S                     | bad_value           | 17
            ends_after: PT2H                            | ends_after: PT0S                       | bad_value           | 15
            minimum_grade: affected_party               | minimum_grade: anybody                 | bad_value           | 18
            id: X-1                                     | id: C-1                                | duplicate_rule      | 22
            id: T-2                                     | id: B-2                                | replaces_other_kind | 25
            turns: "<= 30"                              | truns: "<= 30"                         | unknown_fact        | 20
            turns: "<= 30"                              | turns: "<= much"                       | bad_condition       | 20
            turns: "<= 30"                              | turns: '"ten"'                         | wrong_type          | 20
            complex: 2.49                               | complex: -2.49                         | bad_value           | 28
            complex: 2.49                               | complex: 2.4900001                     | bad_price           | 28
            complex: 2.49                               | complex: "much"                        | wrong_type          | 28
            simple: 0.99, complex                       | simple: 0.99, huge: 5, complex         | price_without_tier  | 28
            simple: 0.99, complex                       | complex                                | tier_without_price  | 28
            simple: 0.7                                 | simple: 0.6                            | bad_mix             | 29
            simple: 0.7                                 | odd: 0.7                               | unknown_tier        | 29
            blended: {mix: {simple: 0.7, complex: 0.3}} | blended: {share: 1}                    | missing_field       | 29
            criteria:                                   | waived: [{rule: B-99, clause: "OF 9", reason: agreed}]\\n    criteria: | unknown_rule        | 19
            criteria:                                   | waived: [{rule: B-2, clause: "OF 9"}]\\n    criteria: | missing_field       | 19
            criteria:                                   | rule_files: [gone.drl]\\n    criteria: | unknown_file        | 19
            """)
    void saysEveryFaultWithItsLine(String part, String replacement, String code, int line) {
        String text = plainWith(unescaped(part), unescaped(replacement));

        assertThat(read(text).faults())
                .extracting(Fault::code, Fault::at)
                .contains(tuple(code, "acme/v1.yaml:" + line));
    }

    @Test
    void saysAllFaultsAtOnce() {
        String text = plainWith("America/New_York", "Nowhere")
                .replace("    clause: \"OF 3\"\n", "")
                .replace("late: credit_next_period", "late: someday")
                .replace("topic:", "tpoic:")
                .replace("simple: 0.7,", "simple: 0.5,");

        assertThat(read(text).faults())
                .extracting(Fault::code)
                .containsExactlyInAnyOrder("bad_value", "missing_field", "bad_value", "unknown_fact", "bad_mix");
    }

    @Test
    void namesTheClauseAndWhatToDo() {
        assertThat(read(plainWith("topic:", "tpoic:")).faults())
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .startsWith("OF 3.4: ")
                .contains("tpoic");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            topic:        | tpoic:             | did you mean "topic"?
            silence:      | silense:           | did you mean "silence"?
            complex: 2.49 | complex: "2.49"    | expected a number such as 0.99, without quotes or currency, or keys with values, but got "2.49"
            complex: 2.49 | complex: 2.49 USD  | expected a number such as 0.99, without quotes or currency, or keys with values, but got "2.49 USD"
            """)
    void saysWhatWasProbablyMeant(String part, String replacement, String says) {
        assertThat(read(plainWith(part, replacement)).faults())
                .extracting(Fault::message)
                .anySatisfy(message -> assertThat(message).contains(says));
    }

    @Test
    void refusesPeriodsThatOverlap() {
        write("v1.yaml", Folders.PLAIN);
        write("v2.yaml", version(2, "{from: 2026-12-01}"));

        assertThat(folder().faults())
                .extracting(Fault::code, Fault::at)
                .containsExactly(tuple("periods_overlap", "acme/v2.yaml:3"));
        assertThat(folder().drafts())
                .extracting(draft -> draft.version().version())
                .containsExactly(1);
    }

    @Test
    void letsAnAmendmentTakeOverEarly() {
        write("v1.yaml", Folders.PLAIN);
        write("v2.yaml", "amends: 1\n" + version(2, "{from: 2026-12-01}"));

        assertThat(folder().faults()).isEmpty();
        assertThat(inForce("2026-11-30T12:00:00Z")).isEqualTo(1);
        assertThat(inForce("2026-12-01T12:00:00Z")).isEqualTo(2);
    }

    @Test
    void endsAnOpenPeriodWhereTheNextVersionBegins() {
        write("v1.yaml", version(1, "{from: 2026-01-01}"));
        write("v2.yaml", version(2, "{from: 2026-12-01}"));

        assertThat(folder().faults()).isEmpty();
        assertThat(inForce("2026-11-30T12:00:00Z")).isEqualTo(1);
        assertThat(inForce("2030-01-01T00:00:00Z")).isEqualTo(2);
    }

    @Test
    void warnsOfAGap() {
        write("v1.yaml", Folders.PLAIN);
        write("v2.yaml", version(2, "{from: 2027-02-01}"));

        assertThat(folder().faults()).isEmpty();
        assertThat(folder().warnings())
                .extracting(Fault::code, Fault::at)
                .containsExactly(tuple("period_gap", "acme/v2.yaml:3"));
    }

    @Test
    void refusesAVersionThatBeginsNoLater() {
        write("v1.yaml", Folders.PLAIN);
        write("v2.yaml", version(2, "{from: 2025-01-01, to: 2026-01-01}"));

        assertThat(folder().faults()).extracting(Fault::code).containsExactly("version_order");
    }

    @Test
    void refusesFilesThatNobodyWouldRead() {
        write("v1.yaml", Folders.PLAIN);
        write("v2.yml", Folders.PLAIN);
        write("lost.drl", "");

        assertThat(folder().faults())
                .extracting(Fault::code, Fault::at)
                .containsExactly(tuple("unused_file", "acme/v2.yml:1"), tuple("unused_file", "acme/lost.drl:1"));
    }

    @Test
    void refusesWhatIsNoPlainTextFile() throws Exception {
        Path dir = write("v1.yaml", Folders.PLAIN);
        Files.createDirectory(dir.resolve("v2.yaml"));
        Files.createSymbolicLink(dir.resolve("v3.yaml"), dir.resolve("v1.yaml"));
        Files.write(dir.resolve("v4.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
        Files.write(dir.resolve("v5.yaml"), new byte[1_000_001]);

        assertThat(folder().faults())
                .extracting(Fault::code, Fault::at)
                .containsExactly(
                        tuple("unreadable", "acme/v2.yaml:1"),
                        tuple("unreadable", "acme/v3.yaml:1"),
                        tuple("bad_encoding", "acme/v4.yaml:1"),
                        tuple("file_too_large", "acme/v5.yaml:1"));
    }

    @Test
    void refusesAFolderWithoutAContract() throws Exception {
        Path dir = Files.createDirectory(customers.resolve("acme"));

        assertThat(ContractFolder.read(dir).faults()).extracting(Fault::code).containsExactly("no_contract");
        assertThatThrownBy(() -> ContractFolder.read(dir).timeline()).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAFolderThatCannotBeACustomer() {
        Path dir = Folders.write(customers, "Acme Inc", "v1.yaml", Folders.PLAIN);

        assertThat(ContractFolder.read(dir).faults()).extracting(Fault::code).containsExactly("bad_folder");
    }

    @Test
    void waivesAndReplacesBaseRules() {
        String text = plainWith(
                        "criteria:", "waived: [{rule: B-3, clause: \"OF 5\", reason: as agreed}]\n    criteria:")
                .replace("id: X-1", "id: B-4");

        ContractFolder folder = read(text);

        assertThat(folder.faults()).isEmpty();
        List<String> ids =
                folder.drafts().getFirst().version().outcomes().values().iterator().next().rules().rules().stream()
                        .map(rule -> rule.id())
                        .toList();
        assertThat(ids).contains("B-1", "B-2", "B-5").doesNotContain("B-3");
        assertThat(ids).endsWith("C-1", "B-4", "T-1", "T-2").doesNotHaveDuplicates();
    }

    private ContractFolder read(String text) {
        write("v1.yaml", text);
        return folder();
    }

    private Path write(String file, String text) {
        Path dir = customers.resolve("acme");
        try {
            Files.createDirectories(dir);
            Files.writeString(dir.resolve(file), text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return dir;
    }

    private ContractFolder folder() {
        return ContractFolder.read(customers.resolve("acme"));
    }

    private int inForce(String at) {
        return folder().timeline().at(Instant.parse(at)).orElseThrow().version();
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }
}
