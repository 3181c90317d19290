package io.adjudicator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rules.RowTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables whose gaps and overlaps can be seen by eye, and seeded ones whose every example is put to the rules. */
class RowTableTest {

    private static final RuleSets RULE_SETS = new RuleSets();

    private final Vocabulary vocabulary = Vocabulary.ofThisRelease();

    @ParameterizedTest(name = "{0}: {1} and {2} leave {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            turns           | <= 6         | > 6           | none
            turns           | <= 6         | >= 7          | none
            turns           | < 6          | > 6           | turns: 6
            turns           | [0..3]       | [5..9]        | turns: 4
            turns           | [0..3]       | [4..9]        | turns: 10
            turns           | (0..9)       | >= 9          | turns: 0
            turns           | >= 1         | >= 2          | turns: 0
            turns           | not(5)       | [4..6]        | none
            turns           | not(5)       | >= 6          | turns: 5
            turns           | 0, 1, [3..5] | > 5           | turns: 2
            turns           | >= -2        | < -5          | turns: -5
            rating          | [1..3]       | 4, 5          | none
            rating          | 1, 2         | 4, 5          | rating: 3
            confidence      | < 0.4        | > 0.6         | confidence: 0.4
            confidence      | <= 0.4       | >= 0.6        | confidence: 0.5
            confidence      | <= 0.5       | (0.5..1]      | none
            confidence      | <= 0.5       | [0.51..1]     | confidence: 0.501
            amount_at_stake | <= 500       | >= 500.01     | amount_at_stake: 500.001
            amount_at_stake | <= 500       | > 500         | none
            topic           | "a"          | "b"           | topic: "other"
            topic           | "other"      | "b"           | topic: "another"
            topic           | "a"          | not("a","b")  | topic: "b"
            topic           | not("a")     | "a"           | none
            first_contact   | true         | false         | none
            first_contact   | true         | true          | first_contact: false
            handoff         | true         | false         | none
            verification    | "confirmed"  | "assumed"     | verification: "none"
            """)
    void findsTheGapOfTwoRowsOnOneFact(String fact, String one, String other, String gap) {
        RowTable table = table(rule(), row("T-1", fact, one), row("T-2", fact, other));

        assertThat(table.gap().map(Example::toString).orElse("none"))
                .isEqualTo(gap.equals("none") ? "none" : "{" + gap + "}");
    }

    @ParameterizedTest(name = "{0}: {1} and {2} share {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            turns           | <= 6         | > 6           | none
            turns           | <= 6         | >= 6          | turns: 6
            turns           | [0..6)       | [5..9]        | turns: 5
            turns           | (3..5)       | (4..9)        | none
            turns           | 1, 2, 3      | [3..4]        | turns: 3
            confidence      | <= 0.5       | >= 0.5        | confidence: 0.5
            confidence      | (0.4..0.6)   | (0.5..1]      | confidence: 0.51
            topic           | "a", "b"     | "b", "c"      | topic: "b"
            topic           | "a", "b"     | not("a")      | topic: "b"
            topic           | not("a")     | not("b")      | topic: "other"
            topic           | "a"          | not("a")      | none
            knowledge_used  | true         | true          | knowledge_used: true
            """)
    void findsWhatTwoRowsShare(String fact, String one, String other, String shared) {
        RowTable table = table(rule(), row("T-1", fact, one), row("T-2", fact, other));

        assertThat(table.overlap(0, 1).map(Example::toString).orElse("none"))
                .isEqualTo(shared.equals("none") ? "none" : "{" + shared + "}");
    }

    @Test
    void seesThatTwoRowsTogetherTakeAllOfAThird() {
        RowTable table = table(
                rule(),
                row("T-1", "turns", "<= 5"),
                row("T-2", "turns", "> 5", "topic", "\"a\""),
                row("T-3", "turns", "[3..9]", "topic", "\"a\""),
                row("T-4", "turns", "[3..9]"));

        assertThat(table.reaching(2)).isEmpty();
        assertThat(table.holding(2)).map(Example::toString).contains("{turns: 3, topic: \"a\"}");
        assertThat(table.taker(table.holding(2).orElseThrow())).contains("T-1");
        assertThat(table.reaching(3)).map(Example::toString).contains("{turns: 6, topic: \"other\"}");
    }

    @Test
    void knowsRowsThatNothingCanFulfil() {
        RowTable table = table(rule(), row("T-1", "rating", "> 5"), row("T-2", "verification", "\"sure\""));

        assertThat(table.holding(0)).isEmpty();
        assertThat(table.holding(1)).isEmpty();
    }

    @Test
    void looksOnlyAtWhatCanBeBilled() {
        List<Row> criteria = List.of(row("C-1", "turns", "<= 30"));
        List<Row> exclusions = List.of(row("X-1", "topic", "\"fraud\""));
        RowTable table = RowTable.of(
                compiled(rule()),
                List.of(row("T-1", "turns", "<= 30", "topic", "not(\"fraud\")"), row("T-2", "turns", "> 30")),
                criteria,
                exclusions);

        assertThat(table.gap()).isEmpty();
        assertThat(table.decidedBy(1)).isEmpty();
        assertThat(table.reaching(1)).map(Example::toString).contains("{turns: 31, topic: \"fraud\"}");
    }

    @Test
    void asksBaseRulesWhatTheyRefuse() {
        RuleSet rules = RULE_SETS.of(RuleSetSource.of(vocabulary, BaseRules.of(OutcomeType.SUPPORT_RESOLUTION)));
        RowTable table = RowTable.of(
                rules,
                List.of(row("T-1", "handoff", "true"), row("T-2", "verification", "\"confirmed\", \"assumed\"")),
                List.of(),
                List.of());

        assertThat(table.decidedBy(0)).isEmpty();
        assertThat(table.refusing(table.reaching(0).orElseThrow())).contains("B-3");
        assertThat(table.gap()).as("without verification nothing is billed").isEmpty();
    }

    @Test
    void seesTheGapOfAFactThatMayBeLeftOut() {
        Row low = new Row("T-1", Map.of("rating", "<= 3"), true);
        Row high = new Row("T-2", Map.of("rating", "> 3"), true);

        assertThat(table(rule(), low, high).gap()).map(Example::toString).contains("{} without rating");
        assertThat(table(rule(), low, row("T-2", "rating", "> 3")).gap())
                .as("unprovable, and so no gap")
                .isEmpty();
    }

    /** Nine texts, eight words, no two the same: there is no such case, and a search can only try them all. */
    @Test
    void saysWhenATableIsTooLargeToBeCheckedWhole() {
        List<String> facts = List.of(
                "topic", "intent", "category", "subcategory", "priority", "impact", "urgency", "language", "region");
        List<String> words =
                IntStream.range(0, 8).mapToObj(word -> "\"w" + word + "\"").toList();
        List<Row> rows = new ArrayList<>();
        for (int one = 0; one < facts.size(); one++) {
            rows.add(row("T-" + one, facts.get(one), "not(" + String.join(", ", words) + ")"));
            for (String other : facts.subList(one + 1, facts.size())) {
                for (String word : words) {
                    rows.add(row("T-" + rows.size(), facts.get(one), word, other, word));
                }
            }
        }
        RowTable table = table(rule(), rows.toArray(Row[]::new));

        assertThat(table.gap()).isEmpty();
        assertThat(table.gaveUp()).isTrue();
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    /** Whatever is said of a seeded table, the compiled rules say the same of its example; and random cases find nothing more. */
    @ParameterizedTest
    @MethodSource("seeds")
    void givesExamplesThatTheRulesDecideAsSaid(int seed) {
        Random random = new Random(seed);
        List<Row> rows = IntStream.rangeClosed(1, 2 + random.nextInt(4))
                .mapToObj(i -> someRow("T-" + i, random))
                .toList();
        List<Row> criteria = List.of(someRow("C-1", random));
        List<Row> exclusions = List.of(someRow("X-1", random));
        RuleSet rules = RULE_SETS.of(source(rows, criteria, exclusions));
        RowTable table = RowTable.of(rules, rows, criteria, exclusions);

        table.gap()
                .ifPresent(example ->
                        assertThat(tiers(rules, example.on(vocabulary))).isEmpty());
        for (int row = 0; row < rows.size(); row++) {
            int number = row;
            table.decidedBy(row).ifPresent(example -> {
                assertThat(tiers(rules, example.on(vocabulary)))
                        .first()
                        .isEqualTo(rows.get(number).id());
                assertThat(table.refusing(example)).isEmpty();
            });
            for (int later = row + 1; later < rows.size(); later++) {
                String other = rows.get(later).id();
                table.overlap(row, later)
                        .ifPresent(example -> assertThat(tiers(rules, example.on(vocabulary)))
                                .startsWith(rows.get(number).id())
                                .contains(other));
            }
        }
        for (int i = 0; i < 200; i++) {
            Facts at = SampleRules.someCase(vocabulary, random);
            at.get("rating").ifPresent(rating -> at.set("rating", 1 + (Long) rating % 5));
            nothingIsMissed(table, rules, rows, at);
        }
        assertThat(table.gaveUp()).isFalse();
    }

    private void nothingIsMissed(RowTable table, RuleSet rules, List<Row> rows, Facts at) {
        List<Finding> found = rules.findings(at);
        boolean open = found.stream()
                .anyMatch(finding -> finding.kind() == FindingKind.UNKNOWN
                        || finding.kind() == FindingKind.EXCLUDED
                        || finding.kind() == FindingKind.NOT_MET);
        if (open) {
            return;
        }
        Optional<String> first = tiers(rules, at).stream().findFirst();
        first.ifPresentOrElse(
                id -> assertThat(table.decidedBy(
                                rows.stream().map(Row::id).toList().indexOf(id)))
                        .isPresent(),
                () -> assertThat(table.gap()).isPresent());
    }

    private static List<String> tiers(RuleSet rules, Facts at) {
        return rules.findings(at).stream()
                .filter(finding -> finding.kind() == FindingKind.TIER)
                .map(finding -> finding.rule().id())
                .toList();
    }

    private static Row someRow(String id, Random random) {
        List<String> facts =
                new ArrayList<>(List.of("turns", "rating", "amount_at_stake", "topic", "language", "handoff"));
        Map<String, String> when = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String fact = facts.remove(random.nextInt(facts.size()));
            when.put(fact, someTest(fact, random));
        }
        boolean onlySeen = when.keySet().equals(Set.of("handoff"));
        return new Row(id, when, !onlySeen && random.nextInt(3) == 0);
    }

    private static String someTest(String fact, Random random) {
        int from = random.nextInt(6);
        return switch (fact) {
            case "handoff" -> String.valueOf(random.nextBoolean());
            case "topic", "language" ->
                List.of("\"refund\"", "\"refund\", \"claim\"", "not(\"refund\")", "not(\"claim\", \"en\")", "\"en\"")
                        .get(random.nextInt(5));
            default ->
                List.of(
                                "<= " + from,
                                "> " + from,
                                "[" + from + ".." + (from + 3) + ")",
                                "not(" + from + ")",
                                from + ", " + (from + 2))
                        .get(random.nextInt(5));
        };
    }

    private RuleSetSource source(List<Row> rows, List<Row> criteria, List<Row> exclusions) {
        List<Rule> rules = new ArrayList<>();
        criteria.forEach(row -> rules.add(compiler(row).criterion(row.id(), "OF 3", row.when(), "not_met")));
        exclusions.forEach(row -> rules.add(compiler(row).exclusion(row.id(), "OF 3", row.when(), "excluded")));
        rows.forEach(row -> rules.add(compiler(row).tier(row.id(), "OF 4", row.when(), "tier")));
        return RuleSetSource.of(vocabulary, rules);
    }

    private RowCompiler compiler(Row row) {
        RowCompiler compiler = new RowCompiler(vocabulary);
        return row.silentIfAbsent() ? compiler.silentWhereAbsent() : compiler;
    }

    private RuleSet compiled(Rule rule) {
        return RULE_SETS.of(RuleSetSource.of(vocabulary, List.of(rule)));
    }

    /** A rule on a fact that no table here reads. */
    private Rule rule() {
        return new RowCompiler(vocabulary).criterion("C-9", "OF 9", Map.of("confirmed", "true, false"), "never");
    }

    private RowTable table(Rule rule, Row... rows) {
        return RowTable.of(compiled(rule), List.of(rows), List.of(), List.of());
    }

    private static Row row(String id, String... factsAndTests) {
        Map<String, String> when = new LinkedHashMap<>();
        for (int i = 0; i < factsAndTests.length; i += 2) {
            when.put(factsAndTests[i], factsAndTests[i + 1]);
        }
        return new Row(id, when, false);
    }
}
