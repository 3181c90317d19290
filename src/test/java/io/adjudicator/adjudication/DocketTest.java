package io.adjudicator.adjudication;

import static io.adjudicator.adjudication.OneSession.seen;
import static io.adjudicator.intake.EvidenceKind.ACTIVITY;
import static io.adjudicator.intake.EvidenceKind.HANDOFF;
import static io.adjudicator.intake.EvidenceKind.NEGATIVE_FEEDBACK;
import static io.adjudicator.intake.EvidenceKind.REOPENED;
import static io.adjudicator.intake.EvidenceKind.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.SessionTerms;
import io.adjudicator.contract.SessionTerms.Bill;
import io.adjudicator.contract.SessionTerms.ReopenedIs;
import io.adjudicator.contract.WindowTerms;
import io.adjudicator.contract.WindowTerms.Anchor;
import io.adjudicator.contract.WindowTerms.Late;
import io.adjudicator.contract.WindowTerms.OnActivity;
import io.adjudicator.contract.WindowTerms.Reopen;
import io.adjudicator.contract.WindowTerms.Silence;
import io.adjudicator.intake.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours count from midnight of July 10th, 2026; July ends at hour 528. The window is 72 hours long and restarts with activity. */
class DocketTest {

    @Test
    void decidesWhenTheWindowCloses() {
        OneSession session = OneSession.onPlainTerms().claimed(10, "c-1").advance(81);
        assertThat(session.decisions()).isEmpty();
        assertThat(session.closes()).containsExactly(82L);
        assertThat(session.advance(82).decisions()).isEqualTo("c-1#1 BILLABLE @82 2026-07");
    }

    @Test
    void decidesAsOfTheCloseHoweverLateItIsAsked() {
        assertThat(OneSession.onPlainTerms().claimed(10, "c-1").advance(2_000).decisions())
                .isEqualTo("c-1#1 BILLABLE @82 2026-07");
    }

    @Test
    void decidesAtOnceWhatNoEvidenceCouldTurn() {
        assertThat(OneSession.onPlainTerms()
                        .claimed(10, "c-1")
                        .observed(HANDOFF, 13)
                        .decisions())
                .isEqualTo("c-1#1 NOT_BILLABLE escalated_to_human @13 2026-07");
    }

    @Test
    void evidenceThatCameBeforeTheClaimDecidesItAtOnce() {
        assertThat(OneSession.onPlainTerms()
                        .observed(TEST, 9)
                        .claimed(10, "c-1")
                        .decisions())
                .isEqualTo("c-1#1 NOT_BILLABLE test_traffic @10 2026-07");
    }

    @Test
    void activityStartsTheWindowAgain() {
        OneSession session = OneSession.onPlainTerms()
                .claimed(10, "c-1")
                .observed(ACTIVITY, 50)
                .advance(121);
        assertThat(session.closes()).containsExactly(122L);
        assertThat(session.advance(122).decisions()).isEqualTo("c-1#1 BILLABLE @122 2026-07");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # reopened at | recorded at | decisions
            81            | 81          | c-1#1 NOT_BILLABLE reopened_in_window @81 2026-07
            82            | 82          | c-1#1 BILLABLE @82 2026-07
            81            | 90          | c-1#1 BILLABLE @82 2026-07
            """)
    void theCloseIsExclusiveAndLockedTermsEndThere(int reopenedAt, int recordedAt, String decisions) {
        OneSession session = OneSession.with(window(Reopen.LOCKED, Late.IGNORE)).claimed(10, "c-1");
        if (recordedAt > 82) {
            session.advance(82);
        }
        assertThat(session.received(seen(REOPENED, reopenedAt), recordedAt)
                        .advance(100)
                        .decisions())
                .isEqualTo(decisions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # reopen term         | reopened at | decisions
            DEDUCT_SAME_PERIOD    | 200         | c-1#1 BILLABLE @82 2026-07, c-1#2 NOT_BILLABLE reopened_in_window @200 2026-07
            DEDUCT_SAME_PERIOD    | 527         | c-1#1 BILLABLE @82 2026-07, c-1#2 NOT_BILLABLE reopened_in_window @527 2026-07
            DEDUCT_SAME_PERIOD    | 528         | c-1#1 BILLABLE @82 2026-07
            DEDUCT_ACROSS_PERIODS | 200         | c-1#1 BILLABLE @82 2026-07, c-1#2 NOT_BILLABLE reopened_in_window @200 2026-07
            DEDUCT_ACROSS_PERIODS | 528         | c-1#1 BILLABLE @82 2026-07, c-1#2 NOT_BILLABLE reopened_in_window @528 2026-08
            LOCKED                | 200         | c-1#1 BILLABLE @82 2026-07
            NO_REVERSAL           | 20          | c-1#1 BILLABLE @82 2026-07
            NO_REVERSAL           | 200         | c-1#1 BILLABLE @82 2026-07
            """)
    void aReopeningDoesWhatTheContractSays(Reopen reopen, int reopenedAt, String decisions) {
        OneSession session = OneSession.with(window(reopen, Late.IGNORE)).claimed(10, "c-1");
        if (reopenedAt > 82) {
            session.advance(82);
        }
        assertThat(session.observed(REOPENED, reopenedAt).advance(2_000).decisions())
                .isEqualTo(decisions);
    }

    /** A handoff of hour 20 is recorded in hour 90, or in August. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # late term        | recorded at | decisions
            IGNORE             | 90          | c-1#1 BILLABLE @82 2026-07
            ONLY_BY_DISPUTE    | 90          | c-1#1 BILLABLE @82 2026-07
            RESTATE_PERIOD     | 90          | c-1#1 BILLABLE @82 2026-07, c-1#2 NOT_BILLABLE escalated_to_human @82 2026-07
            RESTATE_PERIOD     | 600         | c-1#1 BILLABLE @82 2026-07, c-1#2 NOT_BILLABLE escalated_to_human @82 2026-07
            CREDIT_NEXT_PERIOD | 600         | c-1#1 BILLABLE @82 2026-07, c-1#2 NOT_BILLABLE escalated_to_human @82 2026-08
            """)
    void lateEvidenceDoesWhatTheContractSays(Late late, int recordedAt, String decisions) {
        assertThat(OneSession.with(window(Reopen.LOCKED, late))
                        .claimed(10, "c-1")
                        .advance(82)
                        .received(seen(HANDOFF, 20), recordedAt)
                        .decisions())
                .isEqualTo(decisions);
    }

    @Test
    void lateEvidenceThatChangesNothingMakesNoDecision() {
        assertThat(OneSession.with(window(Reopen.LOCKED, Late.RESTATE_PERIOD))
                        .claimed(10, "c-1")
                        .observed(HANDOFF, 13)
                        .received(seen(NEGATIVE_FEEDBACK, 12), 90)
                        .decisions())
                .isEqualTo("c-1#1 NOT_BILLABLE escalated_to_human @13 2026-07");
    }

    @Test
    void lateActivityDoesNotOpenWhatWasSettled() {
        assertThat(OneSession.with(window(Reopen.LOCKED, Late.RESTATE_PERIOD))
                        .claimed(10, "c-1")
                        .advance(82)
                        .received(seen(ACTIVITY, 50), 90)
                        .advance(2_000)
                        .decisions())
                .isEqualTo("c-1#1 BILLABLE @82 2026-07");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # ends after | bill             | reopened is  | reopened | decisions
                         | ONCE_PER_SESSION | CONTINUATION |          | c-1#1 BILLABLE @82 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @112 2026-07
            PT2H         | ONCE_PER_SESSION | CONTINUATION |          | c-1#1 BILLABLE @82 2026-07, c-2#1 BILLABLE @112 2026-07
                         | EVERY_CLAIM      | CONTINUATION |          | c-1#1 BILLABLE @82 2026-07, c-2#1 BILLABLE @112 2026-07
                         | ONCE_PER_SESSION | CONTINUATION | 20       | c-1#1 NOT_BILLABLE reopened_in_window @20 2026-07, c-2#1 BILLABLE @112 2026-07
                         | ONCE_PER_SESSION | NEW_OUTCOME  | 20       | c-1#1 NOT_BILLABLE reopened_in_window @20 2026-07, c-2#1 BILLABLE @112 2026-07
            """)
    void oneSessionIsBilledAsTheContractSays(
            @Nullable Duration endsAfter,
            Bill bill,
            ReopenedIs reopenedIs,
            @Nullable Integer reopened,
            String decisions) {
        OneSession session = OneSession.with(new SessionTerms(Optional.ofNullable(endsAfter), bill, reopenedIs))
                .claimed(10, "c-1");
        if (reopened != null) {
            session.observed(REOPENED, reopened);
        }
        assertThat(session.claimed(40, "c-2").advance(82).advance(112).decisions())
                .isEqualTo(decisions);
    }

    @Test
    void aDuplicateIsBilledAfterAllWhenTheFirstIsReversed() {
        assertThat(OneSession.onPlainTerms()
                        .claimed(10, "c-1")
                        .claimed(40, "c-2")
                        .advance(112)
                        .received(seen(NEGATIVE_FEEDBACK, 11), 150)
                        .decisions())
                .isEqualTo("c-1#1 BILLABLE @82 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @112 2026-07,"
                        + " c-1#2 NOT_BILLABLE negative_feedback @82 2026-07, c-2#2 BILLABLE @112 2026-07");
    }

    @Test
    void neverBillsAnOutcomeTwiceWhateverTheOrderOfSettling() {
        OneSession session =
                OneSession.onPlainTerms().claimed(10, "c-1").claimed(10, "c-2").advance(82);
        assertThat(session.decisions())
                .isEqualTo("c-1#1 BILLABLE @82 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @82 2026-07");
    }

    /** What was seen by the close decides, not in which order or portions it came. */
    @Test
    void theOrderOfArrivalInsideTheWindowIsIrrelevant() {
        List<Evidence> records = new ArrayList<>(
                List.of(seen(ACTIVITY, 15), seen(ACTIVITY, 40), seen(REOPENED, 45), seen(HANDOFF, 60), seen(TEST, 44)));
        List<String> expected = OneSession.onPlainTerms()
                .claimed(10, "c-1")
                .received(records, 61)
                .documents();
        assertThat(expected).singleElement().asString().contains("\"asOf\":\"2026-07-11T20:00:00Z\"");
        Random random = new Random(20260710);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(records, random);
            assertThat(OneSession.onPlainTerms()
                            .claimed(10, "c-1")
                            .received(records, 61)
                            .documents())
                    .isEqualTo(expected);
        }
    }

    @Test
    void replayingACaseFileGivesTheSameBytes() {
        OneSession session = OneSession.onPlainTerms()
                .claimed(10, "c-1")
                .observed(ACTIVITY, 20)
                .advance(200);
        assertThat(session.replayed()).isEqualTo(session.documents());
    }

    private static WindowTerms window(Reopen reopen, Late late) {
        return new WindowTerms(
                Duration.ofHours(72),
                Anchor.CLAIM,
                OnActivity.IGNORE,
                Silence.BILLS,
                reopen,
                late,
                Duration.ofMinutes(1));
    }
}
