package io.adjudicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
        assertThat(typesWith(rules.getFirst())).isNotEmpty().allSatisfy(type -> {
            RuleSet whole = RULE_SETS.of(RuleSetSource.of(vocabulary, BaseRules.of(type)));
            assertThat(RuleCases.run(whole, cases.toString(), yaml)).isEmpty();
        });
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

    private static List<OutcomeType> typesWith(Rule rule) {
        return BaseRules.listedTypes().stream()
                .filter(type -> BaseRules.of(type).contains(rule))
                .toList();
    }

    /** What decided claims were published under: a rule that changes gets a contract version of its own at every customer. */
    @Test
    void keepsTheRulesOfSupportResolutionsAsTheyWereReleased() {
        RuleSetSource source = RuleSetSource.of(vocabulary, BaseRules.of(OutcomeType.SUPPORT_RESOLUTION));
        assertThat(Digest.of(Canonical.bytes(source.canonical().getOrDefault("rules", List.of()))))
                .hasToString("sha256:4eed2eef940409541ab6dafe04a9ed7aa172cdbabbe8744180fbbe48bce0dded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            support-resolution  | B-1 B-2 B-3 B-4 B-5 B-6 B-7 B-8 B-9 B-10 B-11 B-12 B-13 B-14 B-15 B-16 B-17 B-18
            qualified-lead      | B-1 B-2 B-5 B-8 B-9 B-10 B-11 B-12 B-13 B-18
            completed-screening | B-1 B-2 B-3 B-5 B-8 B-9 B-10 B-11 B-12 B-13 B-18
            saved-cancellation  | B-1 B-2 B-3 B-4 B-5 B-8 B-9 B-10 B-11 B-12 B-13 B-16 B-18
            governed-decision   | B-5 B-9 B-10 B-11 B-12 B-13 B-18 B-19
            recovered-revenue   | B-5 B-9 B-10 B-11 B-12 B-13 B-16 B-18 B-19
            document-run        | B-1 B-2 B-5 B-9 B-10 B-11 B-12 B-13 B-18
            conversation        | B-2 B-5 B-6 B-9 B-10 B-11 B-12 B-13 B-14 B-18 B-20
            workflow-execution  | B-1 B-5 B-9 B-10 B-11 B-12 B-13 B-18
            a-type-of-ones-own  | B-5 B-9 B-10 B-11 B-12 B-13 B-18
            """)
    void givesEachOutcomeTypeItsRulesInTheOrderOfTheirNumbers(String type, String ids) {
        assertThat(BaseRules.of(new OutcomeType(type))).extracting(Rule::id).containsExactly(ids.split(" "));
    }

    @Test
    void listsEveryOutcomeTypeOfTheGlossary() throws IOException {
        String row = Files.readAllLines(Path.of("docs", "glossary.md")).stream()
                .filter(line -> line.startsWith("| outcome type |"))
                .findFirst()
                .orElseThrow();
        assertThat(BaseRules.listedTypes())
                .extracting(OutcomeType::value)
                .containsExactlyInAnyOrder(Pattern.compile("`([a-z-]+)`")
                        .matcher(row)
                        .results()
                        .map(match -> match.group(1))
                        .toArray(String[]::new));
    }

    @Test
    void chargesNoListedOutcomeTypeOnSilenceOfTheRulesAlone() {
        assertThat(BaseRules.listedTypes())
                .allSatisfy(type -> assertThat(BaseRules.of(type))
                        .filteredOn(rule -> rule.kind() == RuleKind.CRITERION)
                        .hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {every_outcome: [B-5]}                                            | expected every_outcome and outcome_types
            {outcome_types: {a: [B-5]}}                                       | expected a list of rule ids
            {every_outcome: [B-5], outcome_types: {a: [B-5]}}                 | expected each rule of a once
            {every_outcome: [B-5], outcome_types: {a: [B-1, B-1]}}            | expected each rule of a once
            """)
    void refusesAListOfTypesThatNamesARuleTwiceOrNotAtAll(String yaml, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> OutcomeTypesFile.parse(yaml))
                .withMessageContaining(message);
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
