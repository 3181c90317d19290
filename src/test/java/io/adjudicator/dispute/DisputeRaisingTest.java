package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.casework.CaseId;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.window.CohortId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be disputed, one by one, by a filter or by a sample. */
class DisputeRaisingTest extends Office {

    /** Priced in USD, and from 2029-02-17 in credits. */
    private static final CustomerId UMBRA = new CustomerId("umbra");

    @Autowired
    private Adjudicator adjudicator;

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
    void thePreviewTellsWhatRaisingWouldTake() {
        beginInNewMonth();
        settled(ACME, "insurance", "d42a", "d42b", "d42c");
        settled(ACME, "refund", "d42d");
        settled(ACME, "fraud", "d42e");
        raise("d42", "d42c");
        Selection.Filter billable = at(occurred, Optional.of("BILLABLE"));
        DisputePreview preview = disputes.preview(ACME, billable);
        assertThat(preview.outcomes()).isEqualTo(3);
        assertThat(preview.amounts()).containsExactly(Amount.of("5.97", "USD"));
        assertThat(preview.passedOver()).isEqualTo(Map.of("disputed_before", 1));
        assertThat(preview.refusal()).isEmpty();
        assertThat(disputes.preview(ACME, new Selection.Sample(month(), Optional.empty(), 2)))
                .isEqualTo(new DisputePreview(
                        "SAMPLE",
                        2,
                        3,
                        List.of(Amount.of("5.97", "USD")),
                        Map.of("disputed_before", 1),
                        List.of(),
                        Optional.empty()));
        Dispute raised = disputes.raise(objection("d42all", billable), CARL).dispute();
        assertThat(raised.outcomes()).containsExactlyInAnyOrderElementsOf(preview.first());
        preview = disputes.preview(ACME, billable);
        assertThat(preview.passedOver()).isEqualTo(Map.of("disputed_before", 4));
        assertThat(preview.refusal().orElseThrow().code()).isEqualTo("nothing_to_dispute");
        clock.moveTo(closed.plus(Duration.ofDays(30)));
        assertThat(disputes.preview(ACME, at(occurred, Optional.of("NOT_BILLABLE")))
                        .passedOver())
                .isEqualTo(Map.of("dispute_too_late", 1));
        assertThat(code(() -> disputes.preview(ACME, of("d42e")))).isEqualTo("dispute_too_late");
    }

    /** However many are too old, they hide none that is not. */
    @Test
    void aFilterTakesWhatIsBehindThoseThatCannotBeDisputed() {
        beginInNewMonth();
        String[] old = IntStream.range(0, 5).mapToObj(i -> "d43-" + i).toArray(String[]::new);
        settled(ACME, "refund", old);
        Instant first = occurred;
        clock.moveTo(closed.plus(Duration.ofDays(31)));
        begin();
        settled(ACME, "refund", "d43-new");
        Selection.Filter both = new Selection.Filter(
                Optional.of(first),
                Optional.of(occurred.plusSeconds(1)),
                Optional.of(SUPPORT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(disputes.preview(ACME, both).passedOver()).isEqualTo(Map.of("dispute_too_late", 5));
        assertThat(disputes.raise(objection("d43", both), CARL).dispute().outcomes())
                .extracting(Disputed::outcomeId)
                .containsExactly(outcome("d43-new"));
    }

    @Test
    void aDisputeOverTwoUnitsShowsEachDecisionInItsOwn() {
        clock.moveTo(Instant.parse("2029-02-13T09:00:00Z"));
        begin();
        Instant first = occurred;
        settled(UMBRA, "refund", "d44a");
        adjudicator.settle(CohortId.of(UMBRA, 1, SUPPORT, closed));
        clock.moveTo(Instant.parse("2029-02-18T09:00:00Z"));
        begin();
        settled(UMBRA, "refund", "d44b");
        adjudicator.settle(CohortId.of(UMBRA, 2, SUPPORT, closed));
        Selection.Filter both = new Selection.Filter(
                Optional.of(first),
                Optional.of(occurred.plusSeconds(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(disputes.preview(UMBRA, both).amounts())
                .containsExactly(Amount.of("0.99", "USD"), Amount.of("99", "umbra-credit"));
        assertThat(code(() -> disputes.raise(ofUmbra(new Selection.Sample(month(), Optional.empty(), 2)), ROSE)))
                .isEqualTo("units_mixed");
        assertThat(disputes.raise(ofUmbra(both), ROSE).dispute().outcomes())
                .extracting(Disputed::amount)
                .containsExactlyInAnyOrder(Amount.of("0.99", "USD"), Amount.of("99", "umbra-credit"));
    }

    private static NewDispute ofUmbra(Selection selection) {
        return new NewDispute(UMBRA, "d44", selection, "not_resolved", "We looked.", List.of());
    }

    private YearMonth month() {
        return YearMonth.from(occurred.atZone(ZoneOffset.UTC));
    }

    private static Selection.Filter at(Instant instant, Optional<String> verdict) {
        return new Selection.Filter(
                Optional.of(instant),
                Optional.of(instant.plusSeconds(1)),
                Optional.empty(),
                verdict,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aSampleCanBeDrawnAgainAndDecidesOnlyItself() {
        beginInNewMonth();
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
        assertThat(drawn.population()).isEqualTo(30);
        assertThat(jdbc.sql("""
                                select outcome_id
                                from claim
                                where customer = 'globex' and claim.id like 'd21-%' and exists (
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
}
