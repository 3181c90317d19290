package io.adjudicator.dealdesk;

import static io.adjudicator.contract.Folders.plainWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.Folders;
import io.adjudicator.contract.OutcomeTerms;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What explain says of windows, sessions and confirmations; the plain contract waits 72 hours and bills silence. */
class PlainTimingTest {

    private static final String ANCHOR = "anchor: last_activity";

    @TempDir
    private Path customers;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # anchor                                                                  | wait
            anchor: claim                                                             | Wait: an outcome is decided 72 hours after the claim, and starts again with every activity; if nobody objects until then, it counts as resolved.
            anchor: last_answer                                                       | Wait: an outcome is decided 72 hours after the last answer, and starts again with every answer and every activity; if nobody objects until then, it counts as resolved.
            anchor: session_end, longest_wait: P7D                                    | Wait: an outcome is decided 72 hours after the end of the session, and starts again with every activity; if the session is not closed within 7 days of the claim, it is decided then; if nobody objects until then, it counts as resolved.
            anchor: acceptance, longest_wait: P14D, if_never_accepted: needs_review   | Wait: an outcome is decided 72 hours after the acceptance by the system of record, and starts again with every activity; if the system of record has not accepted it within 14 days of the claim, a person decides; if nobody objects until then, it counts as resolved.
            """)
    void saysFromWhereItWaitsAndWhatHappensIfThatNeverComes(String anchor, String wait) {
        assertThat(timing(plainWith(ANCHOR, anchor))).contains(wait);
    }

    @Test
    void givesAChannelALineOfItsOwnOnlyWhereItDiffers() {
        String text = plainWith(
                ANCHOR,
                ANCHOR + ", by_channel: {voice: {length: PT0S, on_activity: ignore, late: only_by_dispute},"
                        + " email: {reopen: locked, settle_every: PT1H}}");
        assertThat(timing(text))
                .contains(
                        "Wait on voice: an outcome is decided at once; if nobody objects until then, it counts as resolved.",
                        "Late on voice: what becomes known only after the decision is kept, and changes nothing unless a"
                                + " dispute brings it.",
                        "Reopened on email: inside the window it is not charged; after the window nothing changes.")
                .noneMatch(line -> line.startsWith("Wait on email") || line.startsWith("Reopened on voice"));
        assertThat(PlainWindow.within(terms(text).window()))
                .isEqualTo("within 72 hours of the last activity (on voice at the time of the claim)");
    }

    @Test
    void saysThatChannelsAreOutcomesOfTheirOwn() {
        assertThat(timing(plainWith("bill: once_per_session", "bill: once_per_session, identity: per_channel")))
                .contains(
                        "Continued: at most one outcome of a session is charged; what follows a reopening belongs to the"
                                + " earlier outcome; claims of different channels are always different outcomes.");
    }

    @Test
    void saysWhoseConfirmationCounts() {
        String text = plainWith(
                "minimum_grade: affected_party",
                "minimum_grade: {simple: self_attested, complex: third_party_corroborated}, sources: [zendesk, crm]");
        assertThat(PlainVerification.of(terms(text).verification()))
                .containsExactly(
                        "For complex, a confirmation counts if a third party corroborates it.",
                        "For simple, a confirmation counts even if only the vendor attests it.",
                        "Only confirmations from zendesk, crm count.",
                        "What speaks against an outcome counts whoever says so.");
    }

    private List<String> timing(String text) {
        return PlainTiming.of(terms(text));
    }

    private OutcomeTerms terms(String text) {
        return ContractFolder.read(Folders.write(customers, "acme", "v1.yaml", text))
                .timeline()
                .versions()
                .getFirst()
                .outcomes()
                .values()
                .iterator()
                .next();
    }
}
