package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.adjudication.Verdict;
import io.adjudicator.casework.CaseId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What answers do: 0.99 is within what new evidence gives back and a reviewer gives alone, 2.49 needs finance, 4.98 twice. */
class DisputesTest extends Office {

    @Test
    void aReviewerGivesBackALittleAlone() {
        settled(ACME, "refund", "d1");
        CaseId id = raise("d1", "d1");
        walk(id);
        assertThat(state(id)).isEqualTo(DisputeState.IN_REVIEW);
        assertThat(charged("d1")).isEqualByComparingTo("0.99");
        answer(id, upheld(), ROSE);
        assertThat(state(id)).isEqualTo(DisputeState.UPHELD);
        assertThat(decisions("d1")).containsExactly("1 BILLABLE 0.99", "2 NOT_BILLABLE 0.00");
        assertThat(charged("d1")).isEqualByComparingTo("0");
        walk(id);
        assertThat(decisions("d1")).hasSize(2);
        assertThat(cases.find(id).orElseThrow().outcome()).contains("upheld");
        assertThat(timeline(id))
                .containsExactly(
                        "dispute_raised",
                        "dispute_in_review",
                        "task_completed",
                        "answer_given",
                        "dispute_answered",
                        "decisions_superseded",
                        "dispute_upheld");
    }

    @Test
    void rejectedLeavesEverythingAsItWas() {
        settled(ACME, "insurance", "d6");
        CaseId id = raise("d6", "d6");
        walk(id);
        answer(id, new Answer.Rejected("The ticket shows the answer."), ROSE);
        assertThat(state(id)).isEqualTo(DisputeState.REJECTED);
        assertThat(decisions("d6")).containsExactly("1 BILLABLE 2.49");
    }

    @Test
    void splitSaysItOfEachOutcome() {
        claimed(ACME, "fraud", "d7c");
        settled(ACME, "refund", "d7a", "d7b");
        CaseId id = raise("d7", "d7a", "d7b", "d7c");
        walk(id);
        answer(
                id,
                new Answer.Split(
                        "One was reopened; fraud was none.",
                        Map.of(
                                outcome("d7a"),
                                Optional.empty(),
                                outcome("d7c"),
                                Optional.of(new Found(new Verdict.Billable(), Optional.of("complex"))))),
                ROSE);
        assertThat(state(id)).isEqualTo(DisputeState.SPLIT);
        assertThat(decisions("d7a")).containsExactly("1 BILLABLE 0.99", "2 NOT_BILLABLE 0.00");
        assertThat(decisions("d7b")).containsExactly("1 BILLABLE 0.99");
        assertThat(decisions("d7c")).containsExactly("1 NOT_BILLABLE 0.00", "2 BILLABLE 2.49");
        assertThat(charged("d7a", "d7b", "d7c")).isEqualByComparingTo("3.48");
    }

    /** 2.49 go back and as much goes up: what a reviewer gives is not hidden by what they take. */
    @Test
    void aChargeThatIsAddedHidesNoneThatGoesBack() {
        claimed(ACME, "fraud", "d8b");
        settled(ACME, "insurance", "d8a");
        CaseId id = raise("d8", "d8a", "d8b");
        walk(id);
        answer(
                id,
                new Answer.Split(
                        "The other way round.",
                        Map.of(
                                outcome("d8a"),
                                Optional.empty(),
                                outcome("d8b"),
                                Optional.of(new Found(new Verdict.Billable(), Optional.of("complex"))))),
                ROSE);
        assertThat(state(id)).isEqualTo(DisputeState.IN_CREDIT_REVIEW);
        assertThat(credits.find(credit(id)).orElseThrow().amount()).hasToString("2.49 USD");
        assertThat(decisions("d8b")).hasSize(1);
    }

    @Test
    void undecidableNamesWhatWouldDecideAndIsNotCharged() {
        settled(ACME, "refund", "d9");
        CaseId id = raise("d9", "d9");
        walk(id);
        answer(id, new Answer.Undecidable("No transcript.", List.of("transcript")), ROSE);
        assertThat(state(id)).isEqualTo(DisputeState.UNDECIDABLE);
        assertThat(decisions("d9")).containsExactly("1 BILLABLE 0.99", "2 UNPROVABLE 0.00");
    }

    @Test
    void aPriceCanBeWhatIsWrong() {
        settled(ACME, "insurance", "d10");
        CaseId id = raise("d10", "d10");
        walk(id);
        answer(
                id,
                new Answer.Upheld(
                        "It was simple.", Optional.of(new Found(new Verdict.Billable(), Optional.of("simple")))),
                ROSE);
        assertThat(state(id)).isEqualTo(DisputeState.IN_CREDIT_REVIEW);
        approve(id, true, "", FAY);
        assertThat(decisions("d10")).containsExactly("1 BILLABLE 2.49", "2 BILLABLE 0.99");
        assertThat(charged("d10")).isEqualByComparingTo("0.99");
    }

    @Test
    void aRefusedCreditReturnsWithItsReason() {
        settled(ACME, "insurance", "d11");
        CaseId id = raise("d11", "d11");
        walk(id);
        answer(id, upheld(), ROSE);
        CaseId first = credit(id);
        approve(id, false, "Show me the ticket.", FAY);
        assertThat(state(id)).isEqualTo(DisputeState.IN_REVIEW);
        assertThat(openTask(id).round()).isEqualTo(2);
        assertThat(cases.timeline(id)).anyMatch(event -> event.text().equals("Show me the ticket."));
        answer(id, upheld(), RUTH);
        assertThat(credit(id)).isNotEqualTo(first);
        approve(id, true, "", FAY);
        assertThat(state(id)).isEqualTo(DisputeState.UPHELD);
        assertThat(charged("d11")).isEqualByComparingTo("0");
    }

    @Test
    void twoReviewersAndOneTask() {
        settled(ACME, "refund", "d17");
        CaseId id = raise("d17", "d17");
        walk(id);
        var seen = List.of(seen(id));
        desk.answer(seen, upheld(), ROSE);
        assertThat(code(() -> desk.answer(seen, new Answer.Rejected("No."), RUTH)))
                .isEqualTo("task_changed");
        assertThat(disputes.find(id).orElseThrow().answers()).hasSize(1);
    }

    @Test
    void aPreviewIsTheRunAndLeavesNothing() {
        settled(ACME, "refund", "d18");
        CaseId id = raise("d18", "d18");
        walk(id);
        assertThat(desk.preview(List.of(seen(id)), upheld(), ROSE))
                .extracting(effect -> effect.verdictAfter() + " " + effect.charged())
                .containsExactly("NOT_BILLABLE -0.99 USD");
        assertThat(decisions("d18")).hasSize(1);
        assertThat(code(() -> desk.preview(
                        List.of(seen(id)),
                        new Answer.Upheld("x", Optional.of(new Found(new Verdict.Billable(), Optional.of("huge")))),
                        ROSE)))
                .isEqualTo("unknown_tier");
    }

    @Test
    void manyAlikeAreAnsweredTogether() {
        settled(ACME, "refund", "d19a", "d19b", "d19c");
        List<CaseId> ids = List.of(raise("d19a", "d19a"), raise("d19b", "d19b"), raise("d19c", "d19c"));
        ids.forEach(this::walk);
        desk.answer(ids.stream().map(this::seen).toList(), upheld(), ROSE);
        ids.forEach(this::walk);
        assertThat(ids).allSatisfy(id -> assertThat(state(id)).isEqualTo(DisputeState.UPHELD));
        assertThat(charged("d19a", "d19b", "d19c")).isEqualByComparingTo("0");
    }

    @Test
    void whoRaisedOrRuledDoesNotAnswer() {
        settled(ACME, "refund", "d24");
        CaseId byRose =
                disputes.raise(objection("d24", of("d24")), ROSE).dispute().id();
        walk(byRose);
        assertThat(code(() -> answer(byRose, upheld(), ROSE))).isEqualTo("four_eyes");
        answer(byRose, upheld(), RUTH);
        CaseId back = raise("d24back", "d24");
        walk(back);
        assertThat(disputes.find(back).orElseThrow().parties()).isEqualTo(Set.of(RUTH.id()));
        assertThat(code(() -> answer(back, upheld(), RUTH))).isEqualTo("four_eyes");
        answer(back, upheld(), ROSE);
        assertThat(decisions("d24")).containsExactly("1 BILLABLE 0.99", "2 NOT_BILLABLE 0.00", "3 BILLABLE 0.99");
    }
}
