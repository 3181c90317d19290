package io.adjudicator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.kernel.Members;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it means that a claim does not give a fact: the outcome is unprovable, or the row has no say. */
class AbsentFactTest {

    @TempDir
    private Path customers;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # row                                                                                                 | fact     | decision
            exclusions: [{id: X-1, clause: "OF 1", when: {rating: "<= 3"}, reason: low_rating}]                   |          | c-1#1 UNPROVABLE [rating] @34 2026-07
            exclusions: [{id: X-1, clause: "OF 1", absent: unknown, when: {rating: "<= 3"}, reason: low_rating}]  |          | c-1#1 UNPROVABLE [rating] @34 2026-07
            exclusions: [{id: X-1, clause: "OF 1", absent: silent, when: {rating: "<= 3"}, reason: low_rating}]   |          | c-1#1 BILLABLE @34 2026-07
            exclusions: [{id: X-1, clause: "OF 1", absent: silent, when: {rating: "<= 3"}, reason: low_rating}]   | rating=3 | c-1#1 NOT_BILLABLE low_rating @10 2026-07
            exclusions: [{id: X-1, clause: "OF 1", absent: silent, when: {rating: "<= 3"}, reason: low_rating}]   | rating=4 | c-1#1 BILLABLE @34 2026-07
            criteria: [{id: C-1, clause: "OF 1", absent: silent, when: {rating: ">= 4"}, reason: low_rating}]     |          | c-1#1 BILLABLE @34 2026-07
            criteria: [{id: C-1, clause: "OF 1", absent: silent, when: {rating: ">= 4"}, reason: low_rating}]     | rating=4 | c-1#1 BILLABLE @34 2026-07
            criteria: [{id: C-1, clause: "OF 1", absent: silent, when: {rating: ">= 4"}, reason: low_rating}]     | rating=3 | c-1#1 NOT_BILLABLE low_rating @34 2026-07
            criteria: [{id: C-1, clause: "OF 1", absent: silent, when: {rating: ">= 4", channel: '"email"'}, reason: low_rating}] | | c-1#1 NOT_BILLABLE low_rating @34 2026-07
            criteria: [{id: C-1, clause: "OF 1", absent: silent, when: {rating: ">= 4", channel: '"chat"'}, reason: low_rating}]  | | c-1#1 BILLABLE @34 2026-07
            reviews: [{id: R-1, clause: "OF 1", absent: silent, when: {rating: "3"}, why: middling}]              |          | c-1#1 BILLABLE @34 2026-07
            reviews: [{id: R-1, clause: "OF 1", absent: silent, when: {rating: "3"}, why: middling}]              | rating=3 | c-1#1 NEEDS_REVIEW middling @34 2026-07
            """)
    void leavesTheRowSilentWhereThatWasAgreed(String row, @Nullable String fact, String decision) {
        String claim = "10 claim c-1" + (fact == null ? "" : " on chat " + fact);
        assertThat(new Story(customers).rows(row).tell(claim).decisions()).isEqualTo(decision);
    }

    /** A criterion that has no say is not one that was met: with nothing met, nothing is billable. */
    @Test
    void neverMakesSilenceBillable() {
        assertThat(new Story(customers).rows("""
                                waived: [{rule: B-1, clause: "OF 1", reason: the rating decides}]
                                criteria: [{id: C-1, clause: "OF 1", absent: silent, when: {rating: ">= 4"}, reason: low_rating}]
                                """).tell("10 claim c-1").decisions())
                .isEqualTo("c-1#1 NOT_BILLABLE no_rule_applied @34 2026-07");
    }

    /** The first tier that holds is taken; a silent one cannot keep the next from being told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # first tier     | tier
            ''               | unknown
            'absent: silent,' | complex
            """)
    void letsTheNextTierBeTold(String absent, String tier) {
        OneSession session = OneSession.under(new Story(customers)
                        .rows("""
                                tiers:
                                  - {id: T-1, clause: "OF 4.1", tier: simple, %s when: {rating: "5"}}
                                  - {id: T-2, clause: "OF 4.2", tier: complex, when: {turns: ">= 10"}}
                                """.formatted(absent))
                        .price("{clause: \"OF 4\", per_outcome: {simple: 0.99, complex: 2.49}, blended: 1.29}")
                        .contract())
                .claimed(OneSession.claim(10, "c-1", "chat", Map.of("turns", 12L)), 10)
                .advance(100);
        assertThat(Members.parse(session.documents().getFirst())
                        .optionalText("tier")
                        .orElse("unknown"))
                .isEqualTo(tier);
    }

    @Test
    void saysSoInTheExplanation() {
        OneSession session = new Story(customers)
                .rows(
                        "exclusions: [{id: X-1, clause: \"OF 1\", absent: silent, when: {rating: \"<= 3\"}, reason: low_rating}]")
                .tell("10 claim c-1");
        assertThat(Explanation.sentences(Members.parse(session.documents().getFirst())))
                .contains(
                        "X-1 (OF 1) has no say: it asks whether rating given by the customer at most 3, as far as that was"
                                + " stated; rating was not given.");
        assertThat(session.replayed()).isEqualTo(session.documents());
    }
}
