package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.casework.CaseId;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What can be disputed, one by one, by a filter or by a sample. */
class DisputeRaisingTest extends Office {

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
