package io.adjudicator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.intake.EvidenceKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when the window's 24 hours run, told in hours of July 10th, 2026. */
class AnchorTest {

    @TempDir
    private Path customers;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # window                                                                                        | story                                                         | decisions
            anchor: last_answer                                                                             | 10 claim c-1                                                  | c-1#1 BILLABLE @34 2026-07
            anchor: last_answer                                                                             | 8 answered, 10 claim c-1                                      | c-1#1 BILLABLE @32 2026-07
            anchor: last_answer                                                                             | 10 claim c-1, 20 answered                                     | c-1#1 BILLABLE @44 2026-07
            anchor: last_answer                                                                             | 10 claim c-1, 20 answered, 43 answered, 68 answered           | c-1#1 BILLABLE @67 2026-07
            anchor: last_answer                                                                             | 10 claim c-1, 34 answered                                     | c-1#1 BILLABLE @34 2026-07
            anchor: last_answer                                                                             | 10 claim c-1, 20 activity                                     | c-1#1 BILLABLE @34 2026-07
            anchor: last_answer, on_activity: restart                                                       | 10 claim c-1, 30 activity, 50 answered                        | c-1#1 BILLABLE @74 2026-07
            anchor: last_answer                                                                             | 10 claim c-1, 20 answered, 43 handoff                         | c-1#1 NOT_BILLABLE escalated_to_human @43 2026-07
            anchor: last_answer                                                                             | 10 claim c-1, 20 answered, 44 handoff                         | c-1#1 BILLABLE @44 2026-07
            anchor: last_answer                                                                             | 10 claim c-1, 34 settle, 20@40 answered, 40 handoff           | c-1#1 BILLABLE @34 2026-07
            anchor: session_end, longest_wait: P3D                                                          | 10 claim c-1                                                  | c-1#1 BILLABLE @82 2026-07
            anchor: session_end, longest_wait: P3D                                                          | 10 claim c-1, 20 closed                                       | c-1#1 BILLABLE @44 2026-07
            anchor: session_end, longest_wait: P3D                                                          | 10 claim c-1, 81 closed                                       | c-1#1 BILLABLE @105 2026-07
            anchor: session_end, longest_wait: P3D                                                          | 10 claim c-1, 82 closed                                       | c-1#1 BILLABLE @82 2026-07
            anchor: session_end, longest_wait: P3D                                                          | 10 claim c-1, 20 closed, 30 closed                            | c-1#1 BILLABLE @44 2026-07
            anchor: session_end, longest_wait: P3D                                                          | 10 claim c-1, 70 handoff                                      | c-1#1 NOT_BILLABLE escalated_to_human @70 2026-07
            anchor: session_end, longest_wait: P3D                                                          | 10 claim c-1, 20 closed, 70 handoff                           | c-1#1 BILLABLE @44 2026-07
            anchor: session_end, longest_wait: P3D                                                          | 10 closed, 10 claim c-1                                       | c-1#1 BILLABLE @34 2026-07
            anchor: session_end, longest_wait: P3D                                                          | 10 claim c-1, 12 closed, 14 activity, 20 claim c-2, 25 closed | c-1#1 BILLABLE @36 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @49 2026-07
            anchor: session_end, longest_wait: P3D, length: PT0S                                            | 10 claim c-1, 20 closed, 20 handoff                           | c-1#1 BILLABLE @20 2026-07
            anchor: session_end, longest_wait: P3D, silence: free                                           | 10 claim c-1                                                  | c-1#1 NOT_BILLABLE not_confirmed @82 2026-07
            anchor: session_end, longest_wait: P3D, on_activity: restart                                    | 10 claim c-1, 20 closed, 30 activity                          | c-1#1 BILLABLE @54 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: free, length: PT0S                   | 10 claim c-1, 100 accepted                                    | c-1#1 BILLABLE @100 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: free, length: PT0S                   | 10 claim c-1, 100 rejected                                    | c-1#1 NOT_BILLABLE rejected_by_system_of_record @100 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: free, length: PT0S                   | 10 claim c-1, 345 accepted                                    | c-1#1 BILLABLE @345 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: free, length: PT0S                   | 10 claim c-1, 346 accepted                                    | c-1#1 NOT_BILLABLE not_confirmed @346 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: free                                 | 10 claim c-1, 100 accepted, 123 reopened                      | c-1#1 NOT_BILLABLE reopened_in_window @123 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: free                                 | 10 claim c-1, 100 accepted, 124 reopened                      | c-1#1 BILLABLE @124 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: free                                 | 10 claim c-1, 100 confirmed                                   | c-1#1 NOT_BILLABLE not_confirmed @346 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: bills                                | 10 claim c-1                                                  | c-1#1 BILLABLE @346 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: bills, silence: needs_verification   | 10 claim c-1                                                  | c-1#1 BILLABLE @346 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: needs_review                         | 10 claim c-1                                                  | c-1#1 NEEDS_REVIEW never_accepted @346 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: needs_review                         | 10 claim c-1, 100 accepted                                    | c-1#1 BILLABLE @124 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: needs_review                         | 10 claim c-1, 20 handoff                                      | c-1#1 NOT_BILLABLE escalated_to_human @20 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: bills                                | 10 claim c-1, 20 accepted by crm self_attested                | c-1#1 BILLABLE @346 2026-07
            anchor: acceptance, longest_wait: P14D, if_never_accepted: free, late: restate_period           | 10 claim c-1, 346 settle, 340@350 accepted                    | c-1#1 NOT_BILLABLE not_confirmed @346 2026-07, c-1#2 BILLABLE @346 2026-07
            """)
    void theLengthRunsFromWhereTheContractSays(String window, String story, String decisions) {
        assertThat(new Story(customers).window(window).tell(story).decisions()).isEqualTo(decisions);
    }

    @Test
    void theWindowStaysOpenUntilTheLongestWaitIsOver() {
        OneSession session = OneSession.under(new Story(customers)
                        .window("anchor: acceptance, longest_wait: P14D, if_never_accepted: free")
                        .contract())
                .claimed(10, "c-1");
        assertThat(session.closes()).containsExactly(346L);
        assertThat(session.observed(EvidenceKind.ACCEPTED, 300).closes()).containsExactly(324L);
    }

    /** A channel inherits what it does not say itself, but not what belongs to another anchor. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # story                                             | decisions
            10 claim c-1                                        | c-1#1 BILLABLE @34 2026-07
            10 claim c-1, 30 activity                           | c-1#1 BILLABLE @34 2026-07
            10 claim c-1 on email                               | c-1#1 BILLABLE @82 2026-07
            10 claim c-1 on email, 30 activity                  | c-1#1 BILLABLE @102 2026-07
            10 claim c-1 on voice                               | c-1#1 NOT_BILLABLE not_confirmed @10 2026-07
            10 claim c-1 on crm                                 | c-1#1 NEEDS_REVIEW never_accepted @58 2026-07
            10 claim c-1 on crm, 20 accepted                    | c-1#1 BILLABLE @44 2026-07
            10 claim c-1, 34 settle, 50 reopened                | c-1#1 BILLABLE @34 2026-07
            10 claim c-1 on email, 82 settle, 90 reopened       | c-1#1 BILLABLE @82 2026-07, c-1#2 NOT_BILLABLE reopened_in_window @90 2026-07
            """)
    void aChannelCanHaveTermsOfItsOwn(String story, String decisions) {
        String window = "by_channel: {email: {length: PT72H, on_activity: restart, reopen: deduct_same_period},"
                + " voice: {length: PT0S, silence: free},"
                + " crm: {anchor: acceptance, longest_wait: PT48H, if_never_accepted: needs_review}}";
        assertThat(new Story(customers).window(window).tell(story).decisions()).isEqualTo(decisions);
    }

    @Test
    void replayingGivesTheSameBytes() {
        OneSession session = new Story(customers)
                .window("anchor: session_end, longest_wait: P3D, by_channel: {email: {anchor: last_answer}}")
                .tell("8 answered, 10 claim c-1, 12 claim c-2 on email, 20 answered, 30 closed, 40 handoff");
        assertThat(session.documents()).hasSize(2);
        assertThat(session.replayed()).isEqualTo(session.documents());
    }
}
