package io.adjudicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.facts.Findings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.junit.jupiter.api.Test;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class RuleSetTest {

    private static final RuleSetSource SOURCE = SampleRules.thirty();
    private static final RuleSets RULE_SETS = new RuleSets();
    private static final Map<Integer, FindingKind> BITS = Map.of(
            Findings.MET, FindingKind.MET,
            Findings.NOT_MET, FindingKind.NOT_MET,
            Findings.UNKNOWN, FindingKind.UNKNOWN,
            Findings.EXCLUDED, FindingKind.EXCLUDED,
            Findings.TIER, FindingKind.TIER,
            Findings.REVIEW, FindingKind.REVIEW);

    @Test
    void hasThirtyRules() {
        assertThat(SOURCE.rules()).hasSize(30);
    }

    @Test
    void findsTheSameInWhateverOrderTheRulesAreCompiled() {
        RuleSet first = RULE_SETS.of(SOURCE);
        for (int seed = 0; seed < 5; seed++) {
            List<Rule> shuffled = new ArrayList<>(SOURCE.rules());
            Collections.shuffle(shuffled, new Random(seed));
            RuleSet other = RULE_SETS.of(RuleSetSource.of(SOURCE.vocabulary(), shuffled));
            Random cases = new Random(seed);
            for (int i = 0; i < 300; i++) {
                Facts facts = SampleRules.someCase(SOURCE.vocabulary(), cases);
                assertThat(other.findings(facts))
                        .containsExactlyInAnyOrderElementsOf(first.findings(facts))
                        .isSortedAccordingTo((one, two) -> shuffled.indexOf(one.rule()) - shuffled.indexOf(two.rule()));
            }
        }
    }

    @Test
    void findsWhatTheSameRulesFindInPlainJava() {
        RuleSet rules = RULE_SETS.of(SOURCE);
        HandWrittenRules plain = new HandWrittenRules(SOURCE);
        Random random = new Random(17);
        for (int i = 0; i < 3_000; i++) {
            Facts facts = SampleRules.someCase(SOURCE.vocabulary(), random);
            assertThat(rules.findings(facts)).isEqualTo(plain.findings(facts));
        }
    }

    @Test
    void findsTheSameFromManyThreadsPlatformAndVirtual() throws Exception {
        RuleSet rules = RULE_SETS.of(SOURCE);
        List<Facts> cases = new ArrayList<>();
        List<List<Finding>> expected = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            cases.add(SampleRules.someCase(SOURCE.vocabulary(), random));
            expected.add(rules.findings(cases.getLast()));
        }
        try (var platform = Executors.newFixedThreadPool(8);
                var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<List<Finding>>>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add((i % 2 == 0 ? platform : virtual)
                        .submit(() -> cases.stream().map(rules::findings).toList()));
            }
            for (Future<List<List<Finding>>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
        assertThat(rules.liveSessions()).isLessThanOrEqualTo(RuleSet.IDLE_SESSIONS);
    }

    @Test
    void leaksNoSessionAndNoFact() {
        RuleSet rules = new RuleSets().of(SOURCE);
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            rules.findings(SampleRules.someCase(SOURCE.vocabulary(), random));
        }
        assertThat(rules.liveSessions()).isEqualTo(1);
        assertThat(rules.factsHeld()).isZero();
        rules.retire();
        assertThat(rules.liveSessions()).isZero();
        assertThat(rules.findings(SOURCE.vocabulary().facts())).isNotEmpty();
        assertThat(rules.liveSessions()).as("a retired rule set keeps none").isZero();
    }

    @Test
    void keepsNoMoreRuleSetsThanItsBoundAndDisposesOfTheRest() {
        RuleSets few = new RuleSets(2);
        List<RuleSet> compiled = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            RuleSet rules = few.of(oneRule(n));
            rules.findings(rules.source().vocabulary().facts());
            compiled.add(rules);
        }
        few.tidy();
        assertThat(compiled.stream().mapToInt(RuleSet::liveSessions).sum()).isLessThanOrEqualTo(2);
    }

    @Test
    void compilesEachDigestOnce() {
        assertThat(RULE_SETS.of(oneRule(1))).isSameAs(RULE_SETS.of(oneRule(1)));
        assertThat(RULE_SETS.of(oneRule(1))).isNotSameAs(RULE_SETS.of(oneRule(2)));
    }

    @Test
    void comesBackWholeFromStorage() throws Exception {
        String stored = Canonical.json(SOURCE.canonical());
        RuleSetSource read = RuleSetSource.fromCanonical(
                JsonMapper.shared().readValue(stored, new TypeReference<Map<String, Object>>() {}));
        assertThat(read.digest()).isEqualTo(SOURCE.digest());
        assertThat(read.rules()).isEqualTo(SOURCE.rules());
        assertThat(read.vocabulary()).isEqualTo(SOURCE.vocabulary());
        assertThat(read.drl()).isEqualTo(SOURCE.drl());
        assertThat(Canonical.json(read.canonical())).isEqualTo(stored);
    }

    /** What {@code contract rules} prints needs nothing of ours but the findings: any Drools can replay it. */
    @Test
    void printsDrlThatStandsForItself() throws Exception {
        InternalKnowledgeBase base = DroolsCompiler.compile(SOURCE.drl(), RuleSetTest.class.getClassLoader());
        FactType type = base.getFactType(FactClass.PACKAGE, FactClass.SIMPLE_NAME);
        List<String> ids = SOURCE.rules().stream().map(Rule::id).toList();
        Random random = new Random(5);
        KieSession session = base.newKieSession();
        try {
            for (int i = 0; i < 100; i++) {
                Facts facts = SampleRules.someCase(SOURCE.vocabulary(), random);
                Findings printed = new Findings(ids);
                session.setGlobal("findings", printed);
                Object fact = type.newInstance();
                for (FactTerm term : SOURCE.vocabulary().terms()) {
                    type.set(fact, term.name(), facts.get(term.name()).orElse(null));
                }
                type.set(fact, Screening.SEEN, true);
                type.set(fact, Screening.MISSING, true);
                var handle = session.insert(fact);
                session.fireAllRules();
                session.delete(handle);
                assertThat(said(ids, printed))
                        .isEqualTo(said(RULE_SETS.of(SOURCE).findings(facts)));
            }
        } finally {
            session.dispose();
        }
    }

    @Test
    void keepsCommentsInTheirLine() {
        Rule rule = new RowCompiler(SOURCE.vocabulary())
                .criterion(
                        "C-1",
                        "OF 3\nrule \"evil\" when then System.exit(1); end\u2028\u0085\\u000a",
                        Map.of("topic", "\"a\\nrule\""),
                        "no\r\nrule");
        RuleSetSource source = RuleSetSource.of(SOURCE.vocabulary(), List.of(rule));
        assertThat(source.drl().lines().filter(line -> line.startsWith("rule ")))
                .containsExactly("rule \"C-1\"", "rule \"C-1 not met\"", "rule \"C-1 unknown\"");
        DroolsCompiler.compile(source.drl(), RuleSetTest.class.getClassLoader());
    }

    @Test
    void refusesTextThatDoesNotCompile() {
        Rule broken = new Rule(
                "C-1",
                RuleKind.CRITERION,
                RuleOrigin.BASE,
                "c",
                "r",
                "s",
                List.of(),
                false,
                "rule \"C-1\" when Nothing( ) then end");
        assertThatThrownBy(() -> new RuleSets().of(RuleSetSource.of(SOURCE.vocabulary(), List.of(broken))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("rules_do_not_compile"));
    }

    @Test
    void refusesTwoRulesOfOneId() {
        Rule rule = SOURCE.rules().getFirst();
        assertThatThrownBy(() -> RuleSetSource.of(SOURCE.vocabulary(), List.of(rule, rule)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RuleSetSource oneRule(int turns) {
        Vocabulary vocabulary = Vocabulary.ofThisRelease();
        return RuleSetSource.of(
                vocabulary,
                List.of(new RowCompiler(vocabulary).criterion("C-1", "OF 3", Map.of("turns", "<= " + turns), "no")));
    }

    private static List<String> said(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule().id() + " " + finding.kind())
                .toList();
    }

    private static List<String> said(List<String> ids, Findings findings) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int bits = findings.take(i);
            if (bits != 0) {
                said.add(ids.get(i) + " " + BITS.get(bits));
            }
        }
        return said;
    }
}
