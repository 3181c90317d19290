package io.adjudicator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may say that a result is there, and what it means when two sources disagree. The window is 24 hours from the claim. */
class VerificationTest {

    @TempDir
    private Path customers;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # story                                                                       | decisions
            10 claim c-1, 20 confirmed by zendesk                                         | c-1#1 BILLABLE @34 2026-07
            10 claim c-1, 20 accepted by salesforce                                       | c-1#1 BILLABLE @34 2026-07
            10 claim c-1, 20 confirmed by chat                                            | c-1#1 NOT_BILLABLE not_confirmed @34 2026-07
            10 claim c-1, 20 confirmed by zendesk self_attested                           | c-1#1 NOT_BILLABLE not_confirmed @34 2026-07
            10 claim c-1, 20 confirmed by zendesk, 21 negative_feedback by chat           | c-1#1 NOT_BILLABLE negative_feedback @21 2026-07
            """)
    void onlyTheNamedSourcesCanConfirmButAnybodyCanObject(String story, String decisions) {
        assertThat(new Story(customers)
                        .window("silence: free")
                        .verification("{minimum_grade: affected_party, sources: [zendesk, salesforce]}")
                        .tell(story)
                        .decisions())
                .isEqualTo(decisions);
    }

    /** An acceptance by a source that does not count does not start the clock either. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # story                                   | decisions
            10 claim c-1, 20 accepted by salesforce   | c-1#1 BILLABLE @44 2026-07
            10 claim c-1, 20 accepted by chat         | c-1#1 NEEDS_REVIEW never_accepted @82 2026-07
            """)
    void onlyTheNamedSourcesCanAccept(String story, String decisions) {
        assertThat(new Story(customers)
                        .window("anchor: acceptance, longest_wait: P3D, if_never_accepted: needs_review")
                        .verification("{minimum_grade: affected_party, sources: [salesforce]}")
                        .tell(story)
                        .decisions())
                .isEqualTo(decisions);
    }

    /** Up to six turns are simple, from ten on complex, in between blended; without turns the tier cannot be told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # grades                                                         | turns    | who attests              | decision
            {simple: self_attested, complex: affected_party}                 | turns=3  | self_attested            | c-1#1 BILLABLE @34 2026-07
            {simple: self_attested, complex: affected_party}                 | turns=12 | self_attested            | c-1#1 NOT_BILLABLE not_confirmed @34 2026-07
            {simple: self_attested, complex: affected_party}                 | turns=12 | affected_party           | c-1#1 BILLABLE @34 2026-07
            {simple: self_attested, complex: affected_party}                 | turns=8  | self_attested            | c-1#1 NOT_BILLABLE not_confirmed @34 2026-07
            {simple: self_attested, complex: affected_party}                 | turns=8  | affected_party           | c-1#1 BILLABLE @34 2026-07
            {simple: self_attested, complex: third_party_corroborated, blended: affected_party} | turns=8  | affected_party | c-1#1 BILLABLE @34 2026-07
            {simple: self_attested, complex: third_party_corroborated, blended: affected_party} | turns=12 | affected_party | c-1#1 NOT_BILLABLE not_confirmed @34 2026-07
            {simple: self_attested, complex: affected_party}                 | actions=1 | self_attested           | c-1#1 NOT_BILLABLE not_confirmed @34 2026-07
            {simple: self_attested, complex: affected_party}                 | actions=1 | affected_party          | c-1#1 UNPROVABLE [turns] @34 2026-07
            """)
    void aTierCanAskForAGradeOfItsOwn(String grades, String fact, String grade, String decision) {
        assertThat(new Story(customers)
                        .window("silence: free")
                        .verification("{minimum_grade: " + grades + "}")
                        .rows("""
                                tiers:
                                  - {id: T-1, clause: "OF 4.1", tier: simple, when: {turns: "<= 6"}}
                                  - {id: T-2, clause: "OF 4.2", tier: complex, when: {turns: ">= 10"}}
                                """)
                        .price("{clause: \"OF 4\", per_outcome: {simple: 0.99, complex: 2.49}, blended: 1.29}")
                        .tell("10 claim c-1 on chat " + fact + ", 20 confirmed by desk " + grade)
                        .decisions())
                .isEqualTo(decision);
    }

    /** The base rules that void on negative feedback and rejection give way to rows that look for a contradiction first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # story                                                                                   | decisions
            10 claim c-1, 20 confirmed by zendesk, 21 negative_feedback by survey                     | c-1#1 NEEDS_REVIEW sources_disagree @34 2026-07
            10 claim c-1, 20 negative_feedback by survey, 21 confirmed by zendesk                     | c-1#1 NEEDS_REVIEW sources_disagree @34 2026-07
            10 claim c-1, 20 accepted by zendesk, 21 rejected by crm                                  | c-1#1 NEEDS_REVIEW sources_disagree @34 2026-07
            10 claim c-1, 20 confirmed by zendesk, 21 negative_feedback by zendesk                    | c-1#1 NOT_BILLABLE negative_feedback @34 2026-07
            10 claim c-1, 20 confirmed by zendesk self_attested, 21 negative_feedback by survey       | c-1#1 NOT_BILLABLE negative_feedback @34 2026-07
            10 claim c-1, 20 confirmed by zendesk, 34 negative_feedback by survey                     | c-1#1 BILLABLE @34 2026-07
            10 claim c-1, 20 confirmed by zendesk, 21 reopened by desk                                | c-1#1 NOT_BILLABLE reopened_in_window @21 2026-07
            10 claim c-1, 20 confirmed by zendesk, 22 handoff by desk                                 | c-1#1 NOT_BILLABLE escalated_to_human @22 2026-07
            """)
    void twoSourcesThatDisagreeAreForAPerson(String story, String decisions) {
        assertThat(new Story(customers).rows("""
                                waived:
                                  - {rule: B-17, clause: "OF 5.1", reason: replaced by X-1}
                                  - {rule: B-18, clause: "OF 5.1", reason: replaced by X-2}
                                exclusions:
                                  - {id: X-1, clause: "OF 5.2", when: {negative_feedback: true, contradicted: false}, reason: negative_feedback}
                                  - {id: X-2, clause: "OF 5.3", when: {rejected: true, contradicted: false}, reason: rejected}
                                reviews:
                                  - {id: R-1, clause: "OF 5.4", when: {contradicted: true}, why: sources_disagree}
                                """).tell(story).decisions()).isEqualTo(decisions);
    }

    /** A model checks every answer: it is sure, it is not, or it is not sure enough. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # verdict              | confidence | decision
            verified               | 0.95       | c-1#1 BILLABLE @34 2026-07
            verified               | 0.90       | c-1#1 BILLABLE @34 2026-07
            verified               | 0.89       | c-1#1 NEEDS_REVIEW checker_not_sure @34 2026-07
            verified               | 0.60       | c-1#1 NEEDS_REVIEW checker_not_sure @34 2026-07
            verified               | 0.59       | c-1#1 NOT_BILLABLE checker_doubts @34 2026-07
            contained              | 0.95       | c-1#1 NOT_BILLABLE not_verified @34 2026-07
            """)
    void aModelsVerdictCountsByItsConfidence(String verdict, BigDecimal confidence, String decision) {
        OneSession session = OneSession.under(new Story(customers).rows("""
                        criteria:
                          - {id: C-1, clause: "OF 3.1", when: {llm_verdict: '"verified"'}, reason: not_verified}
                          - {id: C-2, clause: "OF 3.2", when: {confidence: ">= 0.6"}, reason: checker_doubts}
                        reviews:
                          - {id: R-1, clause: "OF 3.3", when: {confidence: "[0.6..0.9)"}, why: checker_not_sure}
                        """).contract());
        assertThat(session.claimed(
                                OneSession.claim(
                                        10, "c-1", "chat", Map.of("llm_verdict", verdict, "confidence", confidence)),
                                10)
                        .advance(100)
                        .decisions())
                .isEqualTo(decision);
    }
}
