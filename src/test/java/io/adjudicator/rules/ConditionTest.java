package io.adjudicator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One unary test on one fact, through Drools. Expected values by DMN 1.5, section 7.3.1, and design law 2 for absent facts. */
class ConditionTest {

    /** Drools interprets a constraint at first and compiles it after 20 uses; both must mean the same. */
    private static final int USES = 60;

    private final Vocabulary vocabulary = Vocabulary.ofThisRelease();
    private final RowCompiler compiler = new RowCompiler(vocabulary);
    private final RuleSets ruleSets = new RuleSets();

    @ParameterizedTest(name = "{0} {1} on {2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            # fact           | test                 | value                 | finding
            turns            | >= 2                 | 1                     | NOT_MET
            turns            | >= 2                 | 2                     | MET
            turns            | > 2                  | 2                     | NOT_MET
            turns            | < 2                  | 1                     | MET
            turns            | <= 2                 | 3                     | NOT_MET
            turns            | 5                    | 5                     | MET
            turns            | 5                    | 6                     | NOT_MET
            turns            | = 5                  | 5                     | MET
            turns            | != 5                 | 5                     | NOT_MET
            turns            | != 5                 | 4                     | MET
            turns            | != 5                 |                       | UNKNOWN
            turns            | [3..8]               | 2                     | NOT_MET
            turns            | [3..8]               | 3                     | MET
            turns            | [3..8]               | 8                     | MET
            turns            | [3..8]               | 9                     | NOT_MET
            turns            | (3..8]               | 3                     | NOT_MET
            turns            | (3..8)               | 8                     | NOT_MET
            turns            | ]3..8[               | 4                     | MET
            turns            | [3..8]               |                       | UNKNOWN
            turns            | [5..5]               | 5                     | MET
            turns            | 1, 3, [7..9]         | 3                     | MET
            turns            | 1, 3, [7..9]         | 8                     | MET
            turns            | 1, 3, [7..9]         | 4                     | NOT_MET
            turns            | not(1, 3, [7..9])    | 8                     | NOT_MET
            turns            | not(1, 3, [7..9])    | 4                     | MET
            turns            | not(1, 3, [7..9])    |                       | UNKNOWN
            turns            | not(> 4)             | 4                     | MET
            turns            | -3                   | -3                    | MET
            turns            | > -3                 | -3                    | NOT_MET
            turns            | > 4.0                | 5                     | MET
            turns            | <= 9007199254740992  | 9007199254740993      | NOT_MET
            turns            | 9007199254740993     | 9007199254740992      | NOT_MET
            turns            | 9007199254740992, 1  | 9007199254740993      | NOT_MET
            turns            | 3000000000           | 3000000000            | MET
            turns            | (5)                  | 5                     | MET
            reassignments    | 2147483647           | 2147483647            | MET
            reassignments    | 2147483647           | 2147483648            | NOT_MET
            reassignments    | 2147483648           | 2147483648            | MET
            reassignments    | 2147483648           | -2147483648           | NOT_MET
            reassignments    | >= 2147483648        | 2147483647            | NOT_MET
            reassignments    | <= -2147483649       | -2147483648           | NOT_MET
            reassignments    | <= -2147483649       | -2147483649           | MET
            reassignments    | not(0, 4294967296)   | 0                     | NOT_MET
            reassignments    | not(0, 4294967296)   | 4294967296            | NOT_MET
            reassignments    | not(0, 4294967296)   | 1                     | MET
            rating           | 4, 5                 | 4                     | MET
            rating           | 4, 5                 | 3                     | NOT_MET
            rating           | 4, 5                 |                       | UNKNOWN
            amount_at_stake  | >= 10.50             | 10.5                  | MET
            amount_at_stake  | >= 10.50             | 10.499999999999       | NOT_MET
            amount_at_stake  | 1.0                  | 1.00                  | MET
            amount_at_stake  | 1.0                  | 1                     | MET
            amount_at_stake  | 1.0, 2.50            | 2.5                   | MET
            amount_at_stake  | not(1.0, 2.50)       | 2.5                   | NOT_MET
            amount_at_stake  | not(1.0)             | 1.000                 | NOT_MET
            amount_at_stake  | 0.1                  | 0.1000000000000000055 | NOT_MET
            amount_at_stake  | > 0.1                | 0.1000000000000000055 | MET
            amount_at_stake  | <= 100000000000000000.01 | 100000000000000000.02 | NOT_MET
            amount_at_stake  | <= 100000000000000000.01 | 100000000000000000.01 | MET
            amount_at_stake  | (0..100]             | 0.00                  | NOT_MET
            amount_at_stake  | (0..100]             | 100.00                | MET
            amount_at_stake  | -0.5                 | -0.50                 | MET
            amount_at_stake  | > 5                  |                       | UNKNOWN
            topic            | "refund"             | refund                | MET
            topic            | "refund"             | Refund                | NOT_MET
            topic            | "refund","claim"     | claim                 | MET
            topic            | "refund","claim"     | greeting              | NOT_MET
            topic            | "refund","claim"     |                       | UNKNOWN
            topic            | not("fraud")         | refund                | MET
            topic            | not("fraud")         | fraud                 | NOT_MET
            topic            | not("fraud")         |                       | UNKNOWN
            topic            | not("a","b")         | b                     | NOT_MET
            topic            | not("a","b")         | c                     | MET
            topic            | not("a","b")         |                       | UNKNOWN
            topic            | "10"                 | 10.0                  | NOT_MET
            topic            | "true"               | true                  | MET
            topic            | "null"               |                       | UNKNOWN
            topic            | "null"               | null                  | MET
            topic            | "Rückgabe ✓ 😀"      | Rückgabe ✓ 😀         | MET
            first_contact    | true                 | true                  | MET
            first_contact    | true                 | false                 | NOT_MET
            first_contact    | true                 |                       | UNKNOWN
            first_contact    | false                | false                 | MET
            first_contact    | not(true)            | false                 | MET
            first_contact    | not(true)            |                       | UNKNOWN
            confirmed        | true                 |                       | NOT_MET
            confirmed        | false                |                       | MET
            confirmed        | not(true)            | true                  | NOT_MET
            activities       | >= 1                 |                       | NOT_MET
            activities       | 0                    |                       | MET
            verification     | "confirmed"          |                       | UNKNOWN
            """)
    void meansWhatDmnSays(String fact, String test, String value, FindingKind expected) {
        RuleSet rules = compiled(Map.of(fact, test));
        Facts facts = vocabulary.facts();
        if (value != null) {
            facts.set(fact, typed(fact, value));
        }
        for (int use = 0; use < USES; use++) {
            assertThat(rules.findings(facts)).extracting(Finding::kind).containsExactly(expected);
        }
    }

    @ParameterizedTest(name = "turns {0} and topic {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # turns | topic  | finding
            3       | refund | MET
            7       | refund | NOT_MET
            3       | fraud  | NOT_MET
            7       | fraud  | NOT_MET
            7       |        | NOT_MET
                    | fraud  | NOT_MET
            3       |        | UNKNOWN
                    | refund | UNKNOWN
                    |        | UNKNOWN
            """)
    void joinsSeveralFactsAsKleeneDoes(String turns, String topic, FindingKind expected) {
        RuleSet rules = compiled(Map.of("turns", "<= 6", "topic", "\"refund\""));
        Facts facts = vocabulary.facts();
        if (turns != null) {
            facts.set("turns", Long.valueOf(turns));
        }
        if (topic != null) {
            facts.set("topic", topic);
        }
        for (int use = 0; use < USES; use++) {
            assertThat(rules.findings(facts)).extracting(Finding::kind).containsExactly(expected);
        }
    }

    /** Drools looks up the tests of one fact in an index once there are several of a kind; the index must agree with the tests. */
    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource(delimiter = '|', textBlock = """
            turns           | 0; 1; 2; 3; 4294967296                                               | 0; 2; 4; 4294967296
            turns           | >= 1; >= 2; >= 3; >= 4; >= 5; >= 6; >= 7; >= 8; >= 9; >= 4294967296  | 0; 5; 9; 4294967296
            turns           | < 1; < 2; < 3; < 4; < 5; < 6; < 7; < 8; < 9; < 4294967296            | 0; 5; 9; 4294967296
            topic           | "a"; "b"; "c"; "d"; not("e"); not("f"); not("g")                     | a; d; e; z
            amount_at_stake | 1; 1.0; 2.00; 2.5; >= 1.00; >= 2.0; < 2.50; < 3                      | 1; 1.00; 2; 2.500; 3
            """)
    void findsAmongManyTestsOfOneFactWhatEachFindsAlone(String fact, String tests, String values) {
        List<Map<String, String>> whens =
                Arrays.stream(tests.split("; ")).map(test -> Map.of(fact, test)).toList();
        List<Rule> all = IntStream.range(0, whens.size())
                .mapToObj(i -> compiler.criterion("C-" + i, "OF 3.1", whens.get(i), "not_so"))
                .toList();
        RuleSet together = ruleSets.of(RuleSetSource.of(vocabulary, all));
        for (String value : values.split("; ")) {
            Facts facts = vocabulary.facts().set(fact, typed(fact, value));
            List<FindingKind> alone = whens.stream()
                    .map(when -> compiled(when).findings(facts).getFirst().kind())
                    .toList();
            for (int use = 0; use < USES; use++) {
                assertThat(together.findings(facts))
                        .as(value)
                        .extracting(Finding::kind)
                        .isEqualTo(alone);
            }
        }
    }

    @Test
    void comparesTheHostileTextsLetterByLetter() {
        for (String hostile : List.of(
                "\"); System.exit(1); //",
                "\\\"); findings.met(\\\"X",
                "a\\u0022 || true || \\u0022",
                "line\nbreak\r\t\0",
                "$(x) #{y} ${z} @{w}",
                "end\nrule \"evil\" when then end",
                "\\",
                "\\\\u0041",
                "*/ /* //",
                "\u2028\u0085",
                "'")) {
            String feel = '"' + hostile.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            RuleSet rules = compiled(Map.of("topic", feel));
            assertThat(rules.findings(vocabulary.facts().set("topic", hostile)))
                    .as(hostile)
                    .extracting(Finding::kind)
                    .containsExactly(FindingKind.MET);
            assertThat(rules.findings(vocabulary.facts().set("topic", hostile + "x")))
                    .as(hostile)
                    .extracting(Finding::kind)
                    .containsExactly(FindingKind.NOT_MET);
        }
    }

    private RuleSet compiled(Map<String, String> when) {
        Rule rule = compiler.criterion("C-1", "OF 3.1", when, "not_so");
        return ruleSets.of(RuleSetSource.of(vocabulary, List.of(rule)));
    }

    private Object typed(String fact, String value) {
        return switch (vocabulary.term(fact).orElseThrow().type()) {
            case BOOLEAN -> Boolean.valueOf(value);
            case INTEGER -> Long.valueOf(value);
            case DECIMAL -> new BigDecimal(value);
            case TEXT -> value;
        };
    }
}
