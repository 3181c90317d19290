package io.adjudicator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.Members;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people rule becomes part of the case. Windows close 72 hours after the claim. */
class RulingTest {

    private static final String OUTCOME = OneSession.claim(10, "c-1").outcomeId();

    @Test
    void standsOverWhatTheRulesFind() {
        OneSession session = OneSession.onPlainTerms()
                .claimed(10, "c-1")
                .advance(100)
                .ruled(verdict("d-1", new Verdict.NotBillable("wrong_answer"), 200), 200);
        assertThat(session.decisions())
                .isEqualTo("c-1#1 BILLABLE @82 2026-07, c-1#2 NOT_BILLABLE wrong_answer @200 2026-07");
    }

    @Test
    void theLastOneDecides() {
        OneSession session = OneSession.onPlainTerms()
                .claimed(10, "c-1")
                .advance(100)
                .ruled(verdict("d-1", new Verdict.NotBillable("wrong_answer"), 200), 200)
                .ruled(verdict("d-2", new Verdict.Billable(), 300), 300);
        assertThat(session.decisions()).endsWith("c-1#3 BILLABLE @300 2026-07");
    }

    @Test
    void whatIsSeenLaterDoesNotUndoIt() {
        OneSession session = OneSession.onPlainTerms()
                .claimed(10, "c-1")
                .advance(100)
                .ruled(verdict("d-1", new Verdict.NotBillable("wrong_answer"), 200), 200)
                .observed(EvidenceKind.CONFIRMED, 210);
        assertThat(session.decisions()).endsWith("c-1#2 NOT_BILLABLE wrong_answer @200 2026-07");
    }

    /** July ends at hour 528: the outcome is booked where it was claimed; the ledger moves it on if that month is closed. */
    @Test
    void isBookedInTheMonthOfTheClaim() {
        OneSession session = OneSession.onPlainTerms()
                .claimed(10, "c-1")
                .advance(100)
                .ruled(verdict("d-1", new Verdict.NotBillable("wrong_answer"), 600), 600);
        assertThat(session.decisions()).endsWith("c-1#2 NOT_BILLABLE wrong_answer @600 2026-07");
    }

    @Test
    void lateEvidenceThatIsAdmittedLetsTheRulesDecideAgain() {
        Evidence handoff = OneSession.seen(EvidenceKind.HANDOFF, 90);
        OneSession session =
                OneSession.onPlainTerms().claimed(10, "c-1").advance(82).received(handoff, 150);
        assertThat(session.decisions()).as("after the close").isEqualTo("c-1#1 BILLABLE @82 2026-07");
        session.ruled(admitting("d-1", handoff, 200), 200);
        assertThat(session.decisions()).endsWith("c-1#2 NOT_BILLABLE escalated_to_human @200 2026-07");
    }

    @Test
    void anotherClaimOfTheOutcomeIsBilledInItsPlace() {
        OneSession session = OneSession.onPlainTerms()
                .claimed(10, "c-1")
                .claimed(11, "c-2")
                .advance(100)
                .ruled(verdict("d-1", new Verdict.NotBillable("wrong_answer"), 200), 200);
        assertThat(session.decisions())
                .isEqualTo("c-1#1 BILLABLE @82 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @83 2026-07,"
                        + " c-1#2 NOT_BILLABLE wrong_answer @200 2026-07, c-2#2 BILLABLE @83 2026-07");
    }

    @Test
    void theDecisionNamesItAndReplays() {
        OneSession session = OneSession.onPlainTerms()
                .claimed(10, "c-1")
                .advance(100)
                .ruled(verdict("d-1", new Verdict.Unprovable(List.of("confirmation")), 200), 200);
        Members document = Members.parse(session.documents().getLast());
        assertThat(document.object("ruling").text("by")).isEqualTo("user:ann");
        assertThat(document.object("inputs").values()).containsKey("rulings");
        assertThat(session.replayed()).isEqualTo(session.documents());
        assertThat(Explanation.sentences(document))
                .anyMatch(sentence -> sentence.contains("user:ann") && sentence.contains("because of the transcript"));
    }

    private static Ruling verdict(String id, Verdict verdict, int hour) {
        return new Ruling(
                id,
                OUTCOME,
                Optional.of(verdict),
                Optional.empty(),
                Set.of(),
                "because of the transcript",
                "user:ann",
                OneSession.hour(hour));
    }

    private static Ruling admitting(String id, Evidence evidence, int hour) {
        return new Ruling(
                id,
                OUTCOME,
                Optional.empty(),
                Optional.empty(),
                Set.of(evidence.evidenceId()),
                "new evidence",
                "user:ann",
                OneSession.hour(hour));
    }
}
