package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Task;
import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.credit.CreditState;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.intake.Receipt;
import io.adjudicator.kernel.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What sides bring, are asked for, and take back: 0.99 is within what new evidence gives back and a reviewer gives alone, 2.49 needs finance, 4.98 twice. */
class DisputeEvidenceTest extends Office {

    @Test
    void goesFromAskingForEvidenceToTwoApprovals() {
        settled(ACME, "insurance", "d2a", "d2b");
        CaseId id = raise("d2", "d2a", "d2b");
        walk(id);
        answer(id, new Answer.Asked("Which ticket?", Side.CUSTOMER, Optional.empty(), Optional.empty()), ROSE);
        assertThat(state(id)).isEqualTo(DisputeState.WAITING);
        assertThat(disputes.find(id).orElseThrow().standing().waitUntil()).contains(closed.plus(Duration.ofDays(5)));
        later(Duration.ofDays(1));
        disputes.addEvidence(id, reopened("d2a"), CARL);
        walk(id);
        assertThat(state(id)).isEqualTo(DisputeState.IN_REVIEW);
        assertThat(openTask(id).round()).isEqualTo(2);
        answer(id, upheld(), ROSE);
        assertThat(state(id)).isEqualTo(DisputeState.IN_CREDIT_REVIEW);
        assertThat(credits.find(credit(id)).orElseThrow().amount()).hasToString("4.98 USD");
        approve(id, true, "", FAY);
        assertThat(state(id)).isEqualTo(DisputeState.IN_CREDIT_REVIEW);
        assertThat(charged("d2a", "d2b")).isEqualByComparingTo("4.98");
        approve(id, true, "", FLO);
        assertThat(state(id)).isEqualTo(DisputeState.UPHELD);
        assertThat(charged("d2a", "d2b")).isEqualByComparingTo("0");
        assertThat(credits.find(credit(id)).orElseThrow().state()).isEqualTo(CreditState.POSTED);
        walk(id);
        assertThat(decisions("d2a")).containsExactly("1 BILLABLE 2.49", "2 NOT_BILLABLE 0.00");
        assertThat(disputes.find(id).orElseThrow().effects())
                .extracting(effect -> effect.charged().toString())
                .containsExactly("-2.49 USD", "-2.49 USD");
    }

    @Test
    void newEvidenceSettlesALittleWithoutAnybody() {
        settled(ACME, "refund", "d3");
        CaseId id = disputes.raise(objection("d3", of("d3"), reopened("d3")), CARL)
                .dispute()
                .id();
        walk(id);
        assertThat(state(id)).isEqualTo(DisputeState.ACCEPTED);
        assertThat(charged("d3")).isEqualByComparingTo("0");
        assertThat(tasks.ofCase(id)).isEmpty();
        walk(id);
        assertThat(decisions("d3")).containsExactly("1 BILLABLE 0.99", "2 NOT_BILLABLE 0.00");
    }

    @Test
    void newEvidenceAboveTheLimitGoesToAReviewer() {
        settled(ACME, "insurance", "d4");
        CaseId id = disputes.raise(objection("d4", of("d4"), reopened("d4")), CARL)
                .dispute()
                .id();
        walk(id);
        assertThat(state(id)).isEqualTo(DisputeState.IN_REVIEW);
        assertThat(decisions("d4")).containsExactly("1 BILLABLE 2.49");
        assertThat(timeline(id)).contains("readjudicated");
        assertThat(jdbc.sql("select count(*) from evidence where source = 'dispute' and id like :id || '/%'")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .as("evidence of a dispute that nobody decided")
                .isZero();
    }

    @Test
    void lateEvidenceOnRecordCountsOnceADisputeBringsIt() {
        settled(ACME, "refund", "d5");
        assertThat(receive(reopenedOnRecord("d5"))).isInstanceOf(Receipt.Accepted.class);
        assertThat(decisions("d5")).hasSize(1);
        NewEvidence named = new NewEvidence(
                Optional.empty(),
                Optional.of(reopenedOnRecord("d5").evidenceId()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        CaseId id =
                disputes.raise(objection("d5", of("d5"), named), CARL).dispute().id();
        walk(id);
        assertThat(state(id)).isEqualTo(DisputeState.ACCEPTED);
        assertThat(decisions("d5")).containsExactly("1 BILLABLE 0.99", "2 NOT_BILLABLE 0.00");
    }

    @Test
    void aDeadlineThatPassesMeansWhatTheReviewerSaid() {
        settled(ACME, "refund", "d13a", "d13b", "d13c");
        CaseId free = raise("d13a", "d13a");
        CaseId stands = raise("d13b", "d13b");
        CaseId again = raise("d13c", "d13c");
        for (CaseId id : List.of(free, stands, again)) {
            walk(id);
        }
        answer(free, asked(Side.VENDOR, Optional.of(Answer.Otherwise.UPHELD)), ROSE);
        answer(stands, asked(Side.CUSTOMER, Optional.of(Answer.Otherwise.REJECTED)), ROSE);
        answer(again, asked(Side.CUSTOMER, Optional.empty()), ROSE);
        later(Duration.ofDays(5).minusSeconds(1));
        walk(free);
        assertThat(state(free)).isEqualTo(DisputeState.WAITING);
        later(Duration.ofSeconds(1));
        for (CaseId id : List.of(free, stands, again)) {
            walk(id);
        }
        assertThat(List.of(state(free), state(stands), state(again)))
                .containsExactly(DisputeState.UPHELD, DisputeState.REJECTED, DisputeState.IN_REVIEW);
        assertThat(charged("d13a")).isEqualByComparingTo("0");
        assertThat(openTask(again).round()).isEqualTo(2);
    }

    @Test
    void theOtherSidesEvidenceDoesNotEndTheWait() {
        settled(ACME, "refund", "d14");
        CaseId id = raise("d14", "d14");
        walk(id);
        answer(id, asked(Side.VENDOR, Optional.empty()), ROSE);
        disputes.addEvidence(id, note("A screenshot."), CARL);
        assertThat(state(id)).isEqualTo(DisputeState.WAITING);
        disputes.addEvidence(id, note("The log."), RUTH);
        assertThat(state(id)).isEqualTo(DisputeState.IN_REVIEW);
    }

    @Test
    void withdrawnAtAnyTimeNothingFollows() {
        settled(ACME, "insurance", "d12");
        CaseId id = raise("d12", "d12");
        walk(id);
        answer(id, upheld(), ROSE);
        CaseId credit = credit(id);
        Task approval = openTask(credit);
        assertThat(code(() -> disputes.withdraw(id, "", GUS))).isEqualTo("unknown_dispute");
        assertThat(code(() -> disputes.withdraw(id, "", ROSE))).isEqualTo("not_your_dispute");
        disputes.withdraw(id, "We found it.", CARL);
        assertThat(state(id)).isEqualTo(DisputeState.WITHDRAWN);
        assertThat(credits.find(credit).orElseThrow().state()).isEqualTo(CreditState.WITHDRAWN);
        assertThat(code(() -> credits.decide(approval.id(), approval.version(), true, "", FAY)))
                .isEqualTo("task_changed");
        walk(id);
        assertThat(decisions("d12")).hasSize(1);
        assertThat(code(() -> disputes.withdraw(id, "", CARL))).isEqualTo("dispute_answered");
        assertThat(code(() -> disputes.addEvidence(id, reopened("d12"), CARL))).isEqualTo("dispute_answered");
    }

    @Test
    void tellsWhatIsWrongWithEvidence() {
        settled(ACME, "refund", "d22a", "d22b");
        CaseId id = raise("d22", "d22a", "d22b");
        assertThat(code(() -> disputes.addEvidence(id, note("Of which?"), CARL)))
                .isEqualTo("unknown_outcome");
        assertThat(code(() -> disputes.addEvidence(id, evidence("d22a", "ev_none", null, null), CARL)))
                .isEqualTo("unknown_evidence");
        assertThat(code(() -> disputes.addEvidence(id, evidence("d22a", null, EvidenceKind.REOPENED, null), CARL)))
                .isEqualTo("missing_field");
        assertThat(code(() -> disputes.addEvidence(
                        id, evidence("d22a", null, EvidenceKind.REOPENED, closed.plusSeconds(1)), CARL)))
                .isEqualTo("time_in_future");
        assertThat(code(() -> disputes.addEvidence(id, evidence("d22a", null, null, null), CARL)))
                .isEqualTo("missing_field");
    }

    @Test
    void isTheCustomersOwnBusiness() {
        settled(ACME, "refund", "d23");
        CaseId id = raise("d23", "d23");
        assertThat(code(() -> disputes.addEvidence(id, note("x"), GUS))).isEqualTo("unknown_dispute");
        assertThat(disputes.list(
                        new DisputeFilter(Optional.of(GLOBEX), Optional.empty(), Optional.of(outcome("d23"))),
                        DisputePlace.START,
                        10))
                .isEmpty();
        assertThat(disputes.list(
                        new DisputeFilter(
                                Optional.of(ACME), Optional.of(DisputeState.RAISED), Optional.of(outcome("d23"))),
                        DisputePlace.START,
                        10))
                .extracting(DisputeSummary::id)
                .isEqualTo(List.of(id));
    }

    private Evidence reopenedOnRecord(String id) {
        return new Evidence(
                new SourceId("crm", "e-" + id),
                ACME,
                "s-" + id,
                Optional.of(new SourceId("crm", id)),
                EvidenceKind.REOPENED,
                EvidenceGrade.AFFECTED_PARTY,
                occurred.plusSeconds(3_600),
                Optional.empty(),
                Optional.empty());
    }

    private static Answer asked(Side of, Optional<Answer.Otherwise> otherwise) {
        return new Answer.Asked("Show the transcript.", of, Optional.empty(), otherwise);
    }

    private NewEvidence reopened(String id) {
        return evidence(id, null, EvidenceKind.REOPENED, occurred.plusSeconds(3_600));
    }

    private static NewEvidence note(String text) {
        return new NewEvidence(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text),
                Optional.empty());
    }

    private static NewEvidence evidence(
            String id, @Nullable String evidenceId, @Nullable EvidenceKind kind, @Nullable Instant occurredAt) {
        return new NewEvidence(
                Optional.of(outcome(id)),
                Optional.ofNullable(evidenceId),
                Optional.ofNullable(kind),
                Optional.ofNullable(occurredAt),
                Optional.empty(),
                Optional.empty());
    }
}
