package io.adjudicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrlFileTest {

    private static final String HEAD = "rule \"X-1\" @clause(\"OF 3.4\") @kind(exclusion) @result(\"no\") ";
    private static final String THEN = " then findings.excluded(\"X-1\"); end";

    private final Vocabulary vocabulary = Vocabulary.ofThisRelease();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.lang.Runtime; RULE",
                "import io.adjudicator.rules.*; RULE",
                "import static java.lang.System.exit; RULE",
                "import function java.lang.System.exit; RULE",
                "import accumulate java.util.List l; RULE",
                "global java.util.List list; RULE",
                "function void f() { System.exit(1); } RULE",
                "declare Evil name : String end RULE",
                "declare enum E A(1); n : int end RULE",
                "declare entry-point e end RULE",
                "query q() OutcomeFacts( ) end RULE",
                "dialect \"mvel\" RULE",
                "HEAD salience 5 when OutcomeFacts( test == true ) THEN",
                "HEAD no-loop when OutcomeFacts( test == true ) THEN",
                "HEAD agenda-group \"a\" when OutcomeFacts( test == true ) THEN",
                "HEAD dialect \"mvel\" when OutcomeFacts( test == true ) THEN",
                "HEAD enabled (false) when OutcomeFacts( test == true ) THEN",
                "HEAD @watch(a) when OutcomeFacts( test == true ) THEN",
                "rule \"X-1\" extends \"X-0\" @clause(\"c\") @kind(exclusion) @result(\"no\") when OutcomeFacts( test == true ) THEN",
                "HEAD when $f : OutcomeFacts( test == true ) THEN",
                "HEAD when OutcomeFacts( $t : test == true ) THEN",
                "HEAD when OutcomeFacts( test := true ) THEN",
                "HEAD when OutcomeFacts( test = true ) THEN",
                "HEAD when OutcomeFacts( true; ) THEN",
                "HEAD when OutcomeFacts( test == true ) from list THEN",
                "HEAD when OutcomeFacts( test == true ) over window:length(5) THEN",
                "HEAD when OutcomeFacts( test == true ) OutcomeFacts( test == true ) THEN",
                "HEAD when (OutcomeFacts( test == true ) or OutcomeFacts( handoff == true )) THEN",
                "HEAD when not OutcomeFacts( test == true ) THEN",
                "HEAD when exists OutcomeFacts( test == true ) THEN",
                "HEAD when forall( OutcomeFacts( test == true ) ) THEN",
                "HEAD when eval(true) THEN",
                "HEAD when OutcomeFacts( eval(true) ) THEN",
                "HEAD when OutcomeFacts( test == true ) eval(true) THEN",
                "HEAD when accumulate( OutcomeFacts( ); $c : count(1) ) THEN",
                "HEAD when String( ) THEN",
                "HEAD when io.adjudicator.rules.facts.FactValues( ) THEN",
                "HEAD when THEN",
                "HEAD when OutcomeFacts( this != null ) THEN",
                "HEAD when OutcomeFacts( topic.length() == 3 ) THEN",
                "HEAD when OutcomeFacts( topic.class == null ) THEN",
                "HEAD when OutcomeFacts( topic!.length == 3 ) THEN",
                "HEAD when OutcomeFacts( topic[0] == \"a\" ) THEN",
                "HEAD when OutcomeFacts( topic matches \"a.*\" ) THEN",
                "HEAD when OutcomeFacts( topic str[startsWith] \"a\" ) THEN",
                "HEAD when OutcomeFacts( topic soundslike \"a\" ) THEN",
                "HEAD when OutcomeFacts( topic contains \"a\" ) THEN",
                "HEAD when OutcomeFacts( topic == (\"a\" + \"b\") ) THEN",
                "HEAD when OutcomeFacts( turns == 1 + 1 ) THEN",
                "HEAD when OutcomeFacts( turns == actions ) THEN",
                "HEAD when OutcomeFacts( 5 == turns ) THEN",
                "HEAD when OutcomeFacts( !test ) THEN",
                "HEAD when OutcomeFacts( test ) THEN",
                "HEAD when OutcomeFacts( System.exit(1) == null ) THEN",
                "HEAD when OutcomeFacts( new java.io.File(\"x\").delete() ) THEN",
                "HEAD when OutcomeFacts( with (this) { values = null } ) THEN",
                "HEAD when OutcomeFacts( turns == 1 ; turns == 2 ) THEN",
                "HEAD when OutcomeFacts( turns < null ) THEN",
                "HEAD when OutcomeFacts( topic == 'a' ) THEN",
                "HEAD when OutcomeFacts( topic in () ) THEN",
                "HEAD when OutcomeFacts( topic in (turns) ) THEN",
                "HEAD when OutcomeFacts( ((((((((((((((test == true)))))))))))))) ) THEN",
                "HEAD when OutcomeFacts( test == true ) then end",
                "HEAD when OutcomeFacts( test == true ) then System.exit(1); end",
                "HEAD when OutcomeFacts( test == true ) then findings.excluded(\"X-2\"); end",
                "HEAD when OutcomeFacts( test == true ) then findings.met(\"X-1\"); end",
                "HEAD when OutcomeFacts( test == true ) then findings.take(1); end",
                "HEAD when OutcomeFacts( test == true ) then findings.excluded(\"X-1\"); findings.excluded(\"X-1\"); end",
                "HEAD when OutcomeFacts( test == true ) then findings.excluded(\"X-1\" + System.exit(1)); end",
                "HEAD when OutcomeFacts( test == true ) then /* */ findings.excluded(\"X-1\"); end",
                "HEAD when OutcomeFacts( test == true ) then findings.excluded(\"\\u0058-1\"); end",
                "HEAD when OutcomeFacts( test == true ) then insert(new Object()); end",
                "HEAD when OutcomeFacts( test == true ) THEN HEAD when OutcomeFacts( test == true ) THEN",
                "rule \"X-1\" when OutcomeFacts( test == true ) THEN",
                "rule \"X-1\" @clause(\"c\") @kind(exclusion) when OutcomeFacts( test == true ) THEN",
                "rule \"X-1\" @clause(\"c\") @kind(magic) @result(\"r\") when OutcomeFacts( test == true ) THEN",
                "rule \"X-1 unknown\" @clause(\"c\") @kind(exclusion) when OutcomeFacts( test == true ) then findings.unknown(\"X-1\"); end",
                "rule \"X\\\"1\" @clause(\"c\") @kind(exclusion) @result(\"r\") when OutcomeFacts( test == true ) THEN",
                "HEAD @decisive when OutcomeFacts( handoff == false ) THEN",
                "package a.b;",
                "HEAD when OutcomeFacts( test == true THEN",
                "nonsense",
                ""
            })
    void refusesAllThatIsNotOnTheAllowList(String file) {
        String text = file.replace("RULE", HEAD + "when OutcomeFacts( test == true )" + THEN)
                .replace("HEAD", HEAD)
                .replace("THEN", THEN);
        assertThatThrownBy(() -> DrlFile.read("x.drl", text, vocabulary, RuleOrigin.OVERRIDE_FILE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .allSatisfy(fault -> assertThat(fault.at()).matches("x\\.drl:-?\\d+")));
    }

    @Test
    void letsThroughTheRuleThatTheRefusedOnesAreMadeOf() {
        String text = HEAD + "when OutcomeFacts( test == true )" + THEN;
        assertThat(DrlFile.read("x.drl", text, vocabulary, RuleOrigin.OVERRIDE_FILE))
                .extracting(Rule::says)
                .containsExactly("it was marked as test traffic");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            sentiment == 3                | unknown_fact
            turns == "3"                  | wrong_type
            turns == 3.5                  | wrong_type
            topic == 3                    | wrong_type
            topic < "b"                   | wrong_type
            test == "true"                | wrong_type
            test > false                  | wrong_type
            turns in (1, "2")             | wrong_type
            turns == 12345678901234567890 | bad_condition
            """)
    void namesTheFaultOfACondition(String constraint, String code) {
        String text = "// header\n\n" + HEAD + "\nwhen\n  OutcomeFacts( " + constraint + " )\n" + THEN;
        assertThatThrownBy(() -> DrlFile.read("x.drl", text, vocabulary, RuleOrigin.OVERRIDE_FILE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.at() + " " + fault.code())
                                .containsExactly("x.drl:5 " + code));
    }

    @Test
    void namesAllFaultsAtOnceWithTheirLines() {
        String text = "import java.util.*;\n" + HEAD + "when OutcomeFacts( a == 1,\n b == 2 )" + THEN + "\n"
                + HEAD.replace("X-1", "X-2") + "salience 3 when OutcomeFacts( test == true ) then foo(); end";
        assertThatThrownBy(() -> DrlFile.read("x.drl", text, vocabulary, RuleOrigin.OVERRIDE_FILE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::at)
                                .containsExactly("x.drl:1", "x.drl:2", "x.drl:3", "x.drl:4", "x.drl:4"));
    }

    @Test
    void readsARuleWithAllItsAnnotations() {
        String text = """
                package any.name;
                import io.adjudicator.rules.facts.*;

                rule "X-7"
                    @clause("OF 3.4(c), \\"x\\"")
                    @says("fraud topics are free")
                    @kind(exclusion)
                    @result("fraud_topics_are_free")
                    @decisive
                when
                    OutcomeFacts( topic in ("fraud", "chargeback \\"Ü\\""), turns <= 6 || amount_at_stake > 10.50 )
                then
                    findings.excluded("X-7");
                end
                """;
        List<Rule> rules = DrlFile.read("x.drl", text, vocabulary, RuleOrigin.OVERRIDE_FILE);
        assertThat(rules).hasSize(1);
        Rule rule = rules.getFirst();
        assertThat(rule)
                .isEqualTo(new Rule(
                        "X-7",
                        RuleKind.EXCLUSION,
                        RuleOrigin.OVERRIDE_FILE,
                        "OF 3.4(c), \"x\"",
                        "fraud_topics_are_free",
                        "fraud topics are free",
                        List.of("topic", "turns", "amount_at_stake"),
                        true,
                        rule.drl()));
        assertThat(rule.drl())
                .contains("topic in (\"fraud\", \"chargeback \\u0022\\u00DC\\u0022\")")
                .contains("rule \"X-7 unknown\"");
    }

    @Test
    void neverSaysUnknownOfAFactWhoseAbsenceTheRuleItselfSpeaksOf() {
        String text = HEAD + "when OutcomeFacts( test == true || (topic != null && topic == \"a\") )" + THEN;
        Rule rule = DrlFile.read("x.drl", text, vocabulary, RuleOrigin.OVERRIDE_FILE)
                .getFirst();
        assertThat(rule.drl()).doesNotContain("unknown");
    }

    @Test
    void letsAFileWriteItsOwnNotMetAndUnknown() {
        String text = """
                rule "C-1" @clause("OF 3.1") @kind(criterion) @result("slow")
                when OutcomeFacts( turns <= 6 ) then findings.met("C-1"); end
                rule "C-1 not met"
                when OutcomeFacts( turns > 9 ) then findings.notMet("C-1"); end
                rule "C-1 unknown"
                when OutcomeFacts( turns == null ) then findings.unknown("C-1"); end
                """;
        RuleSet rules = new RuleSets()
                .of(RuleSetSource.of(vocabulary, DrlFile.read("x.drl", text, vocabulary, RuleOrigin.OVERRIDE_FILE)));
        assertThat(kinds(rules, vocabulary.facts().set("turns", 6L))).containsExactly(FindingKind.MET);
        assertThat(kinds(rules, vocabulary.facts().set("turns", 10L))).containsExactly(FindingKind.NOT_MET);
        assertThat(kinds(rules, vocabulary.facts())).containsExactly(FindingKind.UNKNOWN);
        assertThat(kinds(rules, vocabulary.facts().set("turns", 8L)))
                .as("a gap between met and not met proves nothing")
                .containsExactly(FindingKind.UNKNOWN);
    }

    @ParameterizedTest(name = "{0} with turns {1}, topic {2}: {3}")
    @CsvSource(delimiter = '~', textBlock = """
            # constraint                                      ~ turns ~ topic ~ finding
            turns > 6 || topic == "a"                     ~ 7     ~       ~ MET
            turns > 6 || topic == "a"                     ~ 5     ~       ~ UNKNOWN
            turns > 6 || topic == "a"                     ~ 5     ~ b     ~ NOT_MET
            turns > 6 && topic == "a"                         ~ 5     ~       ~ NOT_MET
            turns > 6 && topic == "a"                         ~ 7     ~       ~ UNKNOWN
            turns > 6 || (topic != null && topic == "a")  ~ 5     ~       ~ NOT_MET
            topic != "a"                                      ~       ~       ~ UNKNOWN
            topic != "a"                                      ~       ~ b     ~ MET
            topic not in ("a", "b")                           ~       ~ b     ~ NOT_MET
            topic not in ("a", "b")                           ~       ~ c     ~ MET
            topic == null                                     ~       ~       ~ MET
            topic == null                                     ~       ~ a     ~ NOT_MET
            turns > 1, turns < 4 || turns == 9            ~ 9     ~       ~ MET
            turns > 1, turns < 4 || turns == 9            ~ 5     ~       ~ NOT_MET
            """)
    void derivesNotMetAndUnknownWhereTheFileDoesNotWriteThem(
            String constraint, String turns, String topic, FindingKind expected) {
        String text = "rule \"C-1\" @clause(\"c\") @kind(criterion) @result(\"r\") when OutcomeFacts( " + constraint
                + " ) then findings.met(\"C-1\"); end";
        RuleSet rules = new RuleSets()
                .of(RuleSetSource.of(vocabulary, DrlFile.read("x.drl", text, vocabulary, RuleOrigin.OVERRIDE_FILE)));
        Facts facts = vocabulary.facts();
        if (turns != null) {
            facts.set("turns", Long.valueOf(turns));
        }
        if (topic != null) {
            facts.set("topic", topic);
        }
        assertThat(kinds(rules, facts)).containsExactly(expected);
    }

    private static List<FindingKind> kinds(RuleSet rules, Facts facts) {
        return rules.findings(facts).stream().map(Finding::kind).toList();
    }
}
