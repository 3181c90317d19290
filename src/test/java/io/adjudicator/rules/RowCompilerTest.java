package io.adjudicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowCompilerTest {

    private final RowCompiler compiler = new RowCompiler(Vocabulary.ofThisRelease());

    @ParameterizedTest(name = "{0} {1} is refused: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            # fact          | test                       | code
            turns           | foo(1)                     | bad_condition
            turns           | date("2026-01-01")         | bad_condition
            turns           | actions                    | bad_condition
            turns           | > actions                  | bad_condition
            turns           | 1 + 1                      | bad_condition
            turns           | -                          | bad_condition
            turns           | null                       | bad_condition
            turns           | > null                     | bad_condition
            turns           | ? > 5                      | bad_condition
            turns           | > 5 and < 9                | bad_condition
            turns           | every x in [1] satisfies x | bad_condition
            turns           | if true then 1 else 2      | bad_condition
            turns           | {a: 1}                     | bad_condition
            turns           | [1, 2]                     | bad_condition
            turns           | [1..]                      | bad_condition
            turns           | [8..3]                     | bad_condition
            turns           | (3..3]                     | bad_condition
            turns           | 5;6                        | bad_condition
            turns           | 1e9                        | bad_condition
            turns           | 1e999999999                | bad_condition
            turns           | 1234567890123456789        | bad_condition
            turns           | function() 1               | bad_condition
            turns           | not(not(1))                | bad_condition
            turns           | @"2026-01-01"              | bad_condition
            turns           | ''                         | bad_condition
            turns           | 6.5                        | wrong_type
            turns           | [1.5..3]                   | wrong_type
            turns           | "6"                        | wrong_type
            turns           | true                       | wrong_type
            topic           | refund                     | bad_condition
            topic           | "refund                    | bad_condition
            topic           | "refund" extra             | bad_condition
            topic           | 6                          | wrong_type
            topic           | > "a"                      | wrong_type
            topic           | ["a".."z"]                 | wrong_type
            confirmed       | "true"                     | wrong_type
            confirmed       | 1                          | wrong_type
            confirmed       | > false                    | wrong_type
            amount_at_stake | "10"                       | wrong_type
            amount_at_stake | 0.0000000000001            | bad_condition
            sentiment       | > 3                        | unknown_fact
            """)
    void refusesWhatIsNoPlainConditionOnAFact(String fact, String test, String code) {
        assertThatThrownBy(() -> compiler.criterion("C-1", "OF 3.1", Map.of(fact, test), "no"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.faults()).extracting(Fault::at).containsExactly("/when/" + fact);
                });
    }

    @Test
    void refusesConditionsWithoutEndAtOnce() {
        assertThatThrownBy(() -> compiler.criterion("C-1", "OF 3.1", Map.of("turns", "(".repeat(100_000)), "no"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("1000 characters");
    }

    @Test
    void namesAllFaultsOfARowAtOnce() {
        Map<String, String> when = new LinkedHashMap<>();
        when.put("turns", "\"six\"");
        when.put("a/b~c", "1");
        when.put("topic", "foo()");
        assertThatThrownBy(() -> compiler.exclusion("bad id", "OF 3.4", when, "no"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.at() + " " + fault.code())
                                .containsExactly(
                                        "/id bad_rule_id",
                                        "/when/turns wrong_type",
                                        "/when/a~1b~0c unknown_fact",
                                        "/when/topic bad_condition"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "X 1", "X\"1", "X\\u0022", "X\n1", "é", "X); System.exit(0); //"})
    void refusesIdsThatCouldLeaveTheirQuotes(String id) {
        assertThatThrownBy(() -> compiler.criterion(id, "OF 3.1", Map.of("confirmed", "true"), "no"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("bad_rule_id"));
    }

    @Test
    void wantsAConditionOfAllButTiers() {
        assertThat(compiler.tier("T-1", "OF 4", Map.of(), "simple").drl()).contains("OutcomeFacts(  )");
        assertThatThrownBy(() -> compiler.review("R-1", "OF 5", Map.of(), "why"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::at)
                                .containsExactly("/when"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            turns           | <= 6             | turns in the conversation at most 6
            turns           | [3..8]           | turns in the conversation at least 3 and turns in the conversation at most 8
            turns           | != 2             | turns in the conversation is not 2
            topic           | "refund","claim" | topic is "refund" or "claim"
            topic           | not("x")         | topic is not "x"
            topic           | not("x","y")     | topic is neither "x" nor "y"
            amount_at_stake | > 10.50          | amount at stake more than 10.50
            handoff         | true             | a person took over
            handoff         | false            | it was not seen that a person took over
            first_contact   | false            | it is not true that it was resolved at first contact
            """)
    void saysConditionsInPlainWords(String fact, String test, String words) {
        assertThat(compiler.criterion("C-1", "OF 3.1", Map.of(fact, test), "no").says())
                .isEqualTo(words);
    }

    @ParameterizedTest(name = "an exclusion on {0} {1} is decisive: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            topic             | "fraud" | true
            turns             | <= 6    | true
            handoff           | true    | true
            handoff           | false   | false
            handoff           | not(false) | true
            activities        | >= 3    | true
            activities        | > 3     | true
            activities        | < 3     | false
            activities        | 3       | false
            billed_in_session | true    | false
            verification      | "none"  | false
            """)
    void isDecisiveOnlyIfLaterEvidenceCannotUndoIt(String fact, String test, boolean decisive) {
        assertThat(compiler.exclusion("X-1", "OF 3.4", Map.of(fact, test), "no").decisive())
                .isEqualTo(decisive);
        assertThat(compiler.criterion("C-1", "OF 3.1", Map.of(fact, test), "no").decisive())
                .isFalse();
    }

    @Test
    void writesAnUnknownRuleOnlyWhereAFactCanBeUnknown() {
        assertThat(compiler.criterion("C-1", "OF 3.1", Map.of("confirmed", "true"), "no")
                        .drl())
                .contains("rule \"C-1\"\n", "rule \"C-1 not met\"\n")
                .doesNotContain("unknown");
        assertThat(compiler.exclusion("X-1", "OF 3.4", Map.of("topic", "\"fraud\""), "no")
                        .drl())
                .contains("rule \"X-1\"\n", "rule \"X-1 unknown\"\n")
                .doesNotContain("not met");
        assertThat(compiler.review("R-1", "OF 5", Map.of("topic", "\"fraud\""), "no")
                        .drl())
                .contains("findings.review(\"R-1\");")
                .doesNotContain("unknown");
    }
}
