package io.adjudicator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.adjudicator.kernel.Fault;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1\\nb: 2\\na: 3               | duplicate_key | 3
            a: &x [1]\\nb: 2                 | yaml_alias    | 1
            a: 1\\nb: *x                     | yaml_alias    | 2
            a: !!java.net.URL [x]           | yaml_tag      | 1
            a: !mine x                      | yaml_tag      | 1
            a: 1\\n---\\nb: 2                 | bad_yaml      | 2
            a: 1\\n b: 2                     | bad_yaml      | 2
            a: [1, 2                        | bad_yaml      | 1
            a: 1\\nb:                        | empty_value   | 2
            a: null                         | empty_value   | 1
            a: ~                            | empty_value   | 1
            ? [a, b]\\n: 1                   | bad_yaml      | 1
            """)
    void saysWhatItCannotReadAndWhere(String text, String code, int line) {
        List<Fault> faults = read(text).faults();

        assertThat(faults).extracting(Fault::code, Fault::at).containsExactly(tuple(code, "f.yaml:" + line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.99          | BigDecimal | 0.99
            1.10          | BigDecimal | 1.10
            0.1000000001  | BigDecimal | 0.1000000001
            3             | Long       | 3
            -3            | Long       | -3
            true          | Boolean    | true
            yes           | String     | yes
            no            | String     | no
            010           | String     | 010
            0x10          | String     | 0x10
            1e3           | String     | 1e3
            .5            | String     | .5
            2026-07-01    | String     | 2026-07-01
            1:30          | String     | 1:30
            .nan          | String     | .nan
            "3"           | String     | 3
            """)
    void readsScalarsAsJsonDoesAndNeverADouble(String text, String type, String value) {
        Object read = read("a: " + text).tree().value("a").orElseThrow();

        assertThat(read.getClass().getSimpleName()).isEqualTo(type);
        assertThat(read).hasToString(value);
    }

    @Test
    void refusesAFileOfAMillionCharactersWithoutReadingIt() {
        YamlFile file = read("a: \"" + "x".repeat(1_000_000) + "\"");

        assertThat(file.faults()).extracting(Fault::code).containsExactly("file_too_large");
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        assertThat(read("a: " + "[".repeat(10_000) + "]".repeat(10_000)).faults())
                .extracting(Fault::code)
                .containsExactly("bad_yaml");
    }

    @Test
    void refusesAnAliasBombWithoutExpandingIt() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, ("*a" + (level - 1) + ", ").repeat(9)));
        }

        assertThat(read(bomb.toString()).faults()).extracting(Fault::code).containsOnly("yaml_alias");
    }

    @Test
    void namesTheLineAndTheNearestClauseOfAFault() {
        YamlFile file = read("""
                terms:
                  clause: "OF 3"
                  rows:
                    - {clause: "OF 3.1", when: {turns: x}}
                    - {when: {turns: y}}
                """);

        assertThat(file.fault("bad", "/terms/rows/0/when/turns", "no").message())
                .isEqualTo("OF 3.1: no");
        assertThat(file.fault("bad", "/terms/rows/0/when/turns", "no").at()).isEqualTo("f.yaml:4");
        assertThat(file.fault("bad", "/terms/rows/1/when/turns", "no").message())
                .isEqualTo("OF 3: no");
        assertThat(file.fault("bad", "/terms/missing/deep", "no").at()).isEqualTo("f.yaml:1");
        assertThat(file.fault("bad", "", "no").message()).isEqualTo("no");
    }

    @Test
    void readsADecimalTheSameFromItsFileAndFromTheStore() {
        assertThat(read("a: 2.4900").tree().decimal("a")).contains(new BigDecimal("2.49"));
        assertThat(read("a: 50").tree().decimal("a")).contains(new BigDecimal("50"));
        assertThat(read("a: 50.0").tree().decimal("a")).contains(new BigDecimal("50"));
        assertThat(read("a: \"2.49\"").tree().decimal("a")).contains(new BigDecimal("2.49"));
    }

    private static YamlFile read(String text) {
        return YamlFile.read("f.yaml", text.replace("\\n", "\n"));
    }
}
