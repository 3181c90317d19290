package io.adjudicator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.OutcomeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BaseRulesTest {

    private static final Path FOLDER = Path.of("rules");
    private static final RuleSets RULE_SETS = new RuleSets();

    private final Vocabulary vocabulary = Vocabulary.ofThisRelease();

    static List<Path> ruleFiles() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void holdsOneShortRuleNamedLikeItsFileWithCasesBesideIt(Path file) throws IOException {
        String text = Files.readString(file);
        String name = file.getFileName().toString();
        List<Rule> rules = DrlFile.read(name, text, vocabulary, RuleOrigin.BASE);

        assertThat(rules).hasSize(1);
        assertThat(name).startsWith(rules.getFirst().id() + "-");
        assertThat(text.lines().count()).isLessThanOrEqualTo(60);
        assertThat(text).startsWith("//");

        Path cases = file.resolveSibling(name.replace(".drl", ".cases.yaml"));
        String yaml = Files.readString(cases);
        assertThat(yaml).startsWith("rule: " + rules.getFirst().id() + "\n");
        RuleSet whole = RULE_SETS.of(RuleSetSource.of(
                vocabulary,
                BaseRules.of(new OutcomeType(FOLDER.relativize(file).getName(0).toString()))));
        assertThat(RuleCases.run(whole, cases.toString(), yaml)).isEmpty();
    }

    @Test
    void coversTheWholeNotChargedWhenList() {
        assertThat(BaseRules.of(OutcomeType.SUPPORT_RESOLUTION))
                .extracting(Rule::result)
                .containsExactly(
                        "not_confirmed",
                        "abandoned_session",
                        "escalated_to_human",
                        "asked_for_human",
                        "workflow_failed",
                        "greeting_only",
                        "diagnostic_question",
                        "no_show",
                        "duplicate_message",
                        "duplicate_in_session",
                        "test_traffic",
                        "cancelled",
                        "disconnected",
                        "ignored_alert",
                        "unanswered_followup",
                        "reopened_in_window",
                        "negative_feedback",
                        "rejected_by_system_of_record");
    }

    @Test
    void hasNoRulesForAnOutcomeTypeWithoutAFolder() {
        assertThat(BaseRules.of(new OutcomeType("saved-cancellation"))).isEmpty();
    }

    @Test
    void agreesWithTheKindsOfEvidence() {
        Set<String> kinds = Arrays.stream(EvidenceKind.values())
                .filter(kind -> kind != EvidenceKind.ACTIVITY)
                .map(EvidenceKind::wireName)
                .collect(Collectors.toSet());
        assertThat(kinds).allSatisfy(kind -> {
            FactTerm term = vocabulary.term(kind).orElseThrow();
            assertThat(term.type()).isEqualTo(FactType.BOOLEAN);
            assertThat(term.origin()).isEqualTo(FactOrigin.OBSERVED);
            assertThat(term.latching()).isTrue();
        });
        assertThat(vocabulary.terms().stream()
                        .filter(term -> term.origin() == FactOrigin.OBSERVED && !kinds.contains(term.name()))
                        .map(FactTerm::name))
                .containsExactly(
                        "activities",
                        "window_closed",
                        "billed_in_session",
                        "verification",
                        "contradicted",
                        "never_accepted");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule: B-99                                                                    | expected cases of a rule
            rule: B-2, cases: [{case: a, facts: {abandoned: true}, finds: excluded}]      | at least one case that fires
            rule: B-2, cases: [{case: a, facts: {abandoned: true}, finds: silent}]        | but it is excluded
            rule: B-2, cases: [{case: a, facts: {abandoned: maybe}, finds: silent}]       | expected true or false
            rule: B-2, cases: [{case: a, facts: {abondoned: true}, finds: silent}]        | expected a fact of the vocabulary
            rule: B-2, cases: [{case: a, facts: {turns: 1.5}, finds: silent}]             | 1.5
            rule: B-2, cases: [x                                                          | expected YAML
            rule: B-2                                                                     | expected rule and cases
            """)
    void saysWhatIsWrongWithCases(String members, String message) {
        RuleSet whole = RULE_SETS.of(RuleSetSource.of(vocabulary, BaseRules.of(OutcomeType.SUPPORT_RESOLUTION)));
        String yaml = members.startsWith("rule: B-99") ? "{rule: B-99, cases: []}" : "{" + members + "}";
        assertThat(RuleCases.run(whole, "x.cases.yaml", yaml))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.at()).isEqualTo("x.cases.yaml"))
                .anySatisfy(fault -> assertThat(fault.message()).contains(message));
    }
}
