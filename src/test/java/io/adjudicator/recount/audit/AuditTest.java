package io.adjudicator.recount.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.kernel.Refused;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AuditTest {

    private static final String EFFECT =
            "{'effect_id':'f-1','outcome_class':'resolved','confirmed_at':'2026-07-01T00:00:00Z',"
                    + "'stability_window_seconds':86400%s}";
    private static final String GRADE = ",'observer_grade':'affected_party'";

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            resolved,         resolved,         true,  true,  PASS
            escalated,        escalated,        true,  true,  PASS
            assumed_resolved, resolved,         true,  false, FAIL
            resolved,         assumed_resolved, true,  false, FAIL
            splendid,         splendid,         false, true,  FAIL
            splendid,         resolved,         false, false, FAIL
            -,                resolved,         false, false, FAIL
            resolved,         -,                true,  false, FAIL
            """)
    void determines(String observed, String claimed, boolean determinable, boolean matches, Mark mark) {
        Checked checked = only("{'observation':{" + member("outcome_class", observed) + "},'billing_claim':{"
                + member("outcome_class_claimed", claimed) + "}}");
        assertThat(checked.figures())
                .containsEntry("outcome_determinable", determinable)
                .containsEntry("mapping_matches", matches);
        assertThat(checked.mark()).isEqualTo(mark);
        assertThat(checked.reasons().isEmpty()).isEqualTo(mark == Mark.PASS);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            ref, graded, as of,                traceable, settled, mark
            f-1, true,   -,                    true,      -,       PASS
            f-1, true,   2026-07-01T23:59:59Z, true,      false,   PRELIMINARY
            f-1, true,   2026-07-02T00:00:00Z, true,      true,    PASS
            f-1, false,  2026-07-03T00:00:00Z, true,      -,       FAIL
            f-2, true,   -,                    false,     -,       FAIL
            -,   true,   -,                    false,     -,       FAIL
            """, useHeadersInDisplayName = true)
    void traces(String ref, boolean graded, String asOf, boolean traceable, Boolean settled, Mark mark) {
        Checked checked = only("{'billing_line':{'meter_event_id':'m-1'" + and("effect_confirmation_ref", ref)
                + "},'effect_confirmation':" + EFFECT.formatted(graded ? GRADE : "") + and("settlement_as_of", asOf)
                + "}");
        assertThat(checked.figures()).containsEntry("traceable", traceable);
        assertThat(checked.figures().get("settlement_grade")).isEqualTo(settled);
        assertThat(checked.mark()).isEqualTo(mark);
    }

    @Test
    void settlesNothingWhoseStabilityNobodyStates() {
        Checked checked = only("{'billing_line':{'meter_event_id':'m-1','effect_confirmation_ref':'f-1'},"
                + "'effect_confirmation':{'effect_id':'f-1','outcome_class':'resolved','confirmed_at':'2026-07-01T00:00:00Z'"
                + GRADE + "},'settlement_as_of':'2027-07-01T00:00:00Z'}");
        assertThat(checked.mark()).isEqualTo(Mark.PRELIMINARY);
    }

    /** Effects: class and day, with what is taken back; lines: the effects that they bill. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resolved 1                                             | 1     | 1 | 0 | 1 | true  | false | PASS
            resolved 1, resolved 3                                 | 1     | 1 | 0 | 1 | true  | false | PASS
            resolved 1, reopened 2 of 1, resolved 3                | 1 3   | 2 | 1 | 1 | true  | false | PASS
            resolved 1, reopened 2 of 1                            | 1     | 1 | 1 | 0 | true  | false | PASS
            resolved 3, reopened 2 of 3, resolved 1                | 3 1   | 2 | 0 | 2 | false | true  | FAIL
            resolved 1, resolved 3                                 | 1 3   | 2 | 0 | 2 | false | true  | FAIL
            resolved 1, resolved 3, reopened 4 of 1                | 1 3   | 2 | 1 | 1 | false | true  | FAIL
            resolved 1, reopened 2 of 9, resolved 3                | 1 3   | 2 | 0 | 2 | false | true  | FAIL
            resolved 1, reopened 2 of 9                            | 1     | 1 | 0 | 1 | false | false | FAIL
            resolved 1                                             | 1 1   | 1 | 0 | 1 | true  | false | FAIL
            resolved 1                                             | 1 7   | 1 | 0 | 1 | true  | false | FAIL
            escalated 1                                            | 1     | 0 | 0 | 0 | true  | false | FAIL
            resolved 1, reopened 2 of 1, resolved 3, reopened 4 of 3, resolved 5 | 1 3 5 | 3 | 2 | 1 | true | false | PASS
            """)
    void linksReopenings(
            String effects,
            String billed,
            long gross,
            long reversed,
            long net,
            boolean verified,
            boolean silent,
            Mark mark) {
        Checked checked = only("{'effects':" + effects(effects) + ",'billing_lines':" + lines(billed) + "}");
        assertThat(checked.figures())
                .containsEntry("gross_units", gross)
                .containsEntry("reversed_units", reversed)
                .containsEntry("net_units", net)
                .containsEntry("reversal_chain_verified", verified)
                .containsEntry("possible_silent_reversal", silent);
        assertThat(checked.mark()).as(checked.reasons().toString()).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            basis,     evidence, shown, claimed,  was,              grade,          matches, effective, mark
            outcome,   holdout,  holdout, -,      -,                -,              true,    outcome,   PASS
            outcome,   holdout,  -,     -,        -,                -,              false,   operation, FAIL
            outcome,   none,     -,     -,        -,                -,              false,   operation, DOWNGRADED
            outcome,   -,        -,     -,        -,                -,              false,   operation, DOWNGRADED
            operation, none,     -,     -,        -,                -,              true,    operation, PASS
            outcome,   holdout,  holdout, resolved, assumed_resolved, self_attested,  false, outcome,   FAIL
            outcome,   holdout,  holdout, resolved, assumed_resolved, affected_party, true,  outcome,   PASS
            outcome,   holdout,  holdout, resolved, assumed_resolved, -,            false,   outcome,   FAIL
            outcome,   holdout,  holdout, resolved, escalated,      affected_party, false,   outcome,   FAIL
            outcome,   holdout,  holdout, resolved, resolved,       self_attested,  true,    outcome,   PASS
            """, useHeadersInDisplayName = true)
    void matchesClaimAndEvidence(
            String basis,
            String evidence,
            String shown,
            String claimed,
            String was,
            String grade,
            boolean matches,
            String effective,
            Mark mark) {
        Checked checked = only("{'billing_line':{" + member("billing_basis", basis)
                + and("incrementality_evidence", evidence) + and("evidence_available", shown)
                + and("outcome_class_claimed", claimed) + "},'actual_outcome':{'seen':true" + and("outcome_class", was)
                + and("observer_grade", grade) + "}}");
        assertThat(checked.figures())
                .containsEntry("claim_evidence_match", matches)
                .containsEntry("effective_billing_basis", effective);
        assertThat(checked.mark()).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            disputed, underbilled, claimed, basis,               both,  netted, mark
            20.00,    5.00,        15.00,   net_of_underbilling, true,  true,   PASS
            20.00,    5.00,        20.00,   gross_disputed,      true,  false,  FAIL
            20.00,    5.00,        15.00,   gross_disputed,      true,  false,  FAIL
            20.00,    5.00,        15.01,   net_of_underbilling, true,  false,  FAIL
            20.00,    0.00,        20.00,   gross_disputed,      true,  true,   PASS
            5.00,     20.00,       -15.00,  net_of_underbilling, true,  true,   PASS
            20.00,    -,           20.00,   gross_disputed,      false, -,      FAIL
            20.00,    5.00,        -,       net_of_underbilling, true,  false,  FAIL
            """, useHeadersInDisplayName = true)
    void wantsBothDirections(
            String disputed,
            String underbilled,
            String claimed,
            String basis,
            boolean both,
            Boolean netted,
            Mark mark) {
        Checked checked = only("{'bundle':{'disputed_lines':1,'underbilled_lines':1,'disputed_amount':" + disputed
                + ",'underbilled_amount':" + (underbilled == null ? "null" : underbilled) + ",'claimed_amount':"
                + (claimed == null ? "null" : claimed) + and("claim_basis", basis) + "}}");
        assertThat(checked.figures()).containsEntry("reports_both_directions", both);
        assertThat(checked.figures().get("netted_before_claiming")).isEqualTo(netted);
        assertThat(checked.mark()).isEqualTo(mark);
    }

    @Test
    void takesASearchThatWasNotMadeForNoReport() {
        Checked checked = only("{'bundle':{'disputed_lines':1,'underbilled_lines':0,'disputed_amount':1.0,"
                + "'underbilled_amount':0,'claimed_amount':1.0,'search_for_favourable_findings':'not_performed'}}");
        assertThat(checked.figures()).isEqualTo(Map.of("reports_both_directions", false));
        assertThat(checked.mark()).isEqualTo(Mark.FAIL);
    }

    @Test
    void runsEveryCheckThatAnInputAllowsAndLetsTheWorstStand() {
        Audited audited = new AuditCase(
                        "x",
                        stated("{'billing_line':{'meter_event_id':'m-1','billing_basis':'outcome'}}"),
                        Optional.empty())
                .run();
        assertThat(audited.checks()).extracting(Checked::check).containsExactly("traceability", "claim match");
        assertThat(audited.mark()).isEqualTo(Mark.FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'billing_line':{}}", "{'observation':{}}", "{'effects':[]}", "[]", "7"})
    void refusesWhatItCannotCheck(String json) {
        assertThatThrownBy(() -> Audit.check(stated(json))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'bundle':{'disputed_amount':'20'}}                                             | /bundle/disputed_amount
            {'bundle':[]}                                                                   | /bundle
            {'effects':[{'effect_id':'f'}],'billing_lines':[]}                              | /effects/0/confirmed_at
            {'effects':[7],'billing_lines':[]}                                              | /effects/0
            {'effects':[{'effect_id':'f','outcome_class':'x','confirmed_at':'now'}],'billing_lines':[]} | /effects/0/confirmed_at
            """, quoteCharacter = '`')
    void pointsAtWhatIsOfAWrongType(String json, String at) {
        assertThatThrownBy(() -> Audit.check(stated(json)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults().getFirst().at()).isEqualTo(at));
    }

    @Test
    void comparesWhatIsExpectedMemberByMember() {
        Stated file = stated(
                "{'vectors':[{'vectors':[{'id':'a','input':{'bundle':{'disputed_lines':1,'disputed_amount':1.50,"
                        + "'underbilled_lines':1,'underbilled_amount':0.5,'claimed_amount':1.0,'claim_basis':'net_of_underbilling'}},"
                        + "'expect':{'net_amount':1,'verdict':'FAIL','gross_units':2,'failure_reason':'in other words'}}]}]}");
        assertThat(AuditCase.all(file).getFirst().run().mismatches().orElseThrow())
                .containsExactly("expected verdict FAIL, but got PASS", "expected gross_units 2, but got nothing");
    }

    private static Checked only(String json) {
        List<Checked> checks = Audit.check(stated(json));
        assertThat(checks).hasSize(1);
        return checks.getFirst();
    }

    /** Single quotes, for reading. */
    private static Stated stated(String json) {
        return Stated.document(JsonMapper.builder().build().readTree(json.replace('\'', '"')));
    }

    private static String member(String name, String value) {
        return value == null ? "'" + name + "':null" : "'" + name + "':'" + value + "'";
    }

    private static String and(String name, String value) {
        return value == null ? "" : "," + member(name, value);
    }

    private static String effects(String told) {
        return Arrays.stream(told.split(", "))
                .map(effect -> effect.split(" "))
                .map(words -> "{'effect_id':'" + words[1] + "','outcome_class':'" + words[0]
                        + "','confirmed_at':'2026-07-0" + words[1] + "T00:00:00Z'"
                        + (words.length > 2 ? ",'reversal_of':'" + words[3] + "'" : "") + "}")
                .toList()
                .toString();
    }

    private static String lines(String billed) {
        return Arrays.stream(billed.split(" "))
                .map(effect -> "{'quantity':1,'effect_confirmation_ref':'" + effect + "'}")
                .toList()
                .toString();
    }

    @Test
    void keepsEveryDigitOfTheNet() {
        Checked checked = only("{'bundle':{'disputed_lines':1,'disputed_amount':0.30,'underbilled_lines':1,"
                + "'underbilled_amount':0.10,'claimed_amount':0.20,'claim_basis':'net_of_underbilling'}}");
        assertThat((BigDecimal) checked.figures().get("net_amount")).isEqualByComparingTo("0.2");
        assertThat(checked.mark()).isEqualTo(Mark.PASS);
    }
}
