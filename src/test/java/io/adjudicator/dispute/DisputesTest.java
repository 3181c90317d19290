package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.adjudication.Verdict;
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
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objections from beginning to end: 0.99 is within what new evidence gives back and a reviewer gives alone, 2.49 needs finance, 4.98 twice. */
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
    void refusesWhatCannotBeDisputed() {
        claimed(ACME, "odd", "d15c");
        claimed(GLOBEX, "refund", "d15d");
        settled(ACME, "refund", "d15a", "d15b", "d15e");
        raise("d15a", "d15a");
        assertThat(code(() -> raise("d15x", "d15a"))).isEqualTo("disputed_before");
        assertThat(code(() -> raise("d15x", "d15c"))).isEqualTo("outcome_in_review");
        assertThat(code(() -> raise("d15x", "d15d"))).isEqualTo("unknown_outcome");
        assertThat(code(() -> raise("d15x", "none"))).isEqualTo("unknown_outcome");
        clock.moveTo(closed.plus(Duration.ofDays(30)).minusMillis(1));
        assertThat(code(() -> raise("d15y", "d15b"))).isEqualTo("accepted");
        clock.moveTo(closed.plus(Duration.ofDays(30)));
        assertThat(code(() -> raise("d15x", "d15e"))).isEqualTo("dispute_too_late");
    }

    @Test
    void raisingTheSameAgainIsSafe() {
        settled(ACME, "refund", "d16", "d16b");
        CaseId first = raise("d16", "d16");
        Disputes.Raised again = disputes.raise(objection("d16", of("d16")), CARL);
        assertThat(again.first()).isFalse();
        assertThat(again.dispute().id()).isEqualTo(first);
        assertThat(code(() -> raise("d16", "d16b"))).isEqualTo("dispute_conflict");
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
    void aFilterTakesWhatCanBeDisputed() {
        settled(ACME, "fraud", "d20a", "d20b");
        Selection.Filter fraud = new Selection.Filter(
                Optional.of(occurred),
                Optional.of(occurred.plusSeconds(1)),
                Optional.of(SUPPORT),
                Optional.of("NOT_BILLABLE"),
                Optional.of("fraud_topics_are_free"),
                Optional.empty(),
                Optional.of("Berlin"),
                Optional.of("chat"),
                Optional.of("refund"));
        Dispute dispute = disputes.raise(objection("d20", fraud), CARL).dispute();
        assertThat(dispute.outcomes()).extracting(Disputed::outcomeId).contains(outcome("d20a"), outcome("d20b"));
        assertThat(code(() -> disputes.raise(objection("d20again", fraud), CARL)))
                .isEqualTo("nothing_to_dispute");
    }

    @Test
    void aSampleCanBeDrawnAgainAndDecidesOnlyItself() {
        String[] ids = IntStream.range(0, 30).mapToObj(i -> "d21-" + i).toArray(String[]::new);
        settled(GLOBEX, "refund", ids);
        Dispute dispute = disputes.raise(
                        new NewDispute(
                                GLOBEX,
                                "d21",
                                new Selection.Sample(
                                        YearMonth.from(occurred.atZone(ZoneOffset.UTC)), Optional.of(SUPPORT), 10),
                                "not_resolved",
                                "We looked at ten.",
                                List.of()),
                        GUS)
                .dispute();
        Drawn drawn = dispute.drawn().orElseThrow();
        assertThat(drawn.population()).isGreaterThanOrEqualTo(30);
        assertThat(jdbc.sql("""
                                select outcome_id
                                from claim
                                where customer = 'globex' and exists (
                                  select from decision where decision.claim_key = claim.claim_key and verdict = 'BILLABLE')
                                order by encode(sha256(convert_to(:seed || ':' || outcome_id, 'UTF8')), 'hex')
                                limit 10
                                """).param("seed", drawn.seed()).query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(
                        dispute.outcomes().stream().map(Disputed::outcomeId).toList());
        assertThat(dispute.errorRate()).isEmpty();
        walk(dispute.id());
        Map<String, Optional<Found>> wrong = dispute.outcomes().stream()
                .limit(2)
                .collect(Collectors.toMap(Disputed::outcomeId, _ -> Optional.empty()));
        answer(dispute.id(), new Answer.Split("Two were reopened.", wrong), ROSE);
        approve(dispute.id(), true, "", FAY);
        assertThat(disputes.find(dispute.id()).orElseThrow().errorRate().orElseThrow())
                .isEqualTo(ErrorRate.of(10, 2));
        assertThat(jdbc.sql("select count(*) from decision where customer = 'globex' and number > 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
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
