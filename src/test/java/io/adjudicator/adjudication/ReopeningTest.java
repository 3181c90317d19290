package io.adjudicator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The six meanings that a reopening has with vendors, by the keys that docs/contracts.md gives for each. The window is 24 hours from the
 * claim; July ends at hour 528.
 */
class ReopeningTest {

    private static final String ONCE_AND_CONTINUED = "{bill: once_per_session, reopened_is: continuation}";
    private static final String ONCE_AND_NEW = "{bill: once_per_session, reopened_is: new_outcome}";

    @TempDir
    private Path customers;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # story                                      | decisions
            10 claim c-1, 20 reopened                    | c-1#1 BILLABLE @34 2026-07
            10 claim c-1, 40 reopened, 45 claim c-2      | c-1#1 BILLABLE @34 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @69 2026-07
            """)
    void continuationKeepsTheChargeAndMakesNoOther(String story, String decisions) {
        assertThat(told(ONCE_AND_CONTINUED, "reopen: no_reversal", story)).isEqualTo(decisions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # story                                              | decisions
            10 claim c-1, 20 reopened                            | c-1#1 NOT_BILLABLE reopened_in_window @20 2026-07
            10 claim c-1, 34 settle, 500 reopened                | c-1#1 BILLABLE @34 2026-07, c-1#2 NOT_BILLABLE reopened_in_window @500 2026-07
            10 claim c-1, 34 settle, 600 reopened                | c-1#1 BILLABLE @34 2026-07
            10 claim c-1, 34 settle, 40 reopened, 45 claim c-2   | c-1#1 BILLABLE @34 2026-07, c-1#2 NOT_BILLABLE reopened_in_window @40 2026-07, c-2#1 BILLABLE @69 2026-07
            """)
    void deductingInTheSamePeriodEndsWithTheMonth(String story, String decisions) {
        assertThat(told(ONCE_AND_CONTINUED, "reopen: deduct_same_period", story))
                .isEqualTo(decisions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # story                                | decisions
            10 claim c-1, 20 reopened              | c-1#1 NOT_BILLABLE reopened_in_window @20 2026-07
            10 claim c-1, 34 settle, 500 reopened  | c-1#1 BILLABLE @34 2026-07, c-1#2 NOT_BILLABLE reopened_in_window @500 2026-07
            10 claim c-1, 34 settle, 600 reopened  | c-1#1 BILLABLE @34 2026-07, c-1#2 NOT_BILLABLE reopened_in_window @600 2026-08
            """)
    void deductingAcrossPeriodsCreditsTheMonthOfTheReopening(String story, String decisions) {
        assertThat(told(ONCE_AND_CONTINUED, "reopen: deduct_across_periods", story))
                .isEqualTo(decisions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # story                                              | decisions
            10 claim c-1, 20 reopened, 25 claim c-2              | c-1#1 NOT_BILLABLE reopened_in_window @20 2026-07, c-2#1 BILLABLE @49 2026-07
            10 claim c-1, 34 settle, 40 reopened, 45 claim c-2   | c-1#1 BILLABLE @34 2026-07, c-2#1 BILLABLE @69 2026-07
            10 claim c-1, 34 settle, 45 claim c-2                | c-1#1 BILLABLE @34 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @69 2026-07
            """)
    void afterTheLockAReopeningIsAFreshOutcome(String story, String decisions) {
        assertThat(told(ONCE_AND_NEW, "reopen: locked", story)).isEqualTo(decisions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # story                                                                   | decisions
            10 claim c-1, 11 closed, 12 reopened, 13 claim c-2, 14 closed             | c-1#1 BILLABLE @11 2026-07, c-2#1 BILLABLE @14 2026-07
            10 claim c-1, 11 closed, 12 reopened, 13 claim c-2, 14 handoff, 15 closed | c-1#1 BILLABLE @11 2026-07, c-2#1 NOT_BILLABLE escalated_to_human @14 2026-07
            10 claim c-1, 10 claim c-2, 11 closed                                     | c-1#1 BILLABLE @11 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @11 2026-07
            """)
    void everyReopeningIsANewSegmentThatEndsWhenItIsClosed(String story, String decisions) {
        assertThat(told(
                        ONCE_AND_NEW,
                        "reopen: no_reversal, anchor: session_end, longest_wait: P7D, length: PT0S",
                        story))
                .isEqualTo(decisions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # story                                              | decisions
            10 claim c-1, 20 reopened                            | c-1#1 BILLABLE @34 2026-07
            10 claim c-1, 34 settle, 40 reopened, 45 claim c-2   | c-1#1 BILLABLE @34 2026-07, c-2#1 BILLABLE @69 2026-07
            """)
    void withoutReversalWhatIsChargedStaysCharged(String story, String decisions) {
        assertThat(told("{bill: every_claim, reopened_is: new_outcome}", "reopen: no_reversal", story))
                .isEqualTo(decisions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # identity       | story                                       | decisions
            across_channels  | 10 claim c-1 on chat, 12 claim c-2 on email | c-1#1 BILLABLE @34 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @36 2026-07
            per_channel      | 10 claim c-1 on chat, 12 claim c-2 on email | c-1#1 BILLABLE @34 2026-07, c-2#1 BILLABLE @36 2026-07
            per_channel      | 10 claim c-1 on chat, 12 claim c-2 on chat  | c-1#1 BILLABLE @34 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @36 2026-07
            """)
    void anotherChannelIsTheSameOutcomeOnlyAcrossChannels(String identity, String story, String decisions) {
        assertThat(told(
                        "{bill: once_per_session, reopened_is: continuation, identity: " + identity + "}",
                        "reopen: locked",
                        story))
                .isEqualTo(decisions);
    }

    private String told(String session, String window, String story) {
        return new Story(customers).session(session).window(window).tell(story).decisions();
    }
}
