package io.adjudicator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.Folders;
import io.adjudicator.kernel.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableLintTest {

    private static final String TIERS = """
                  - {id: T-1, clause: "OF 4.2", tier: complex, when: {actions: ">= 2"}}
                  - {id: T-2, clause: "OF 4.1", tier: simple, when: {turns: "<= 6"}}
            """;

    @TempDir
    private Path customers;

    @Test
    void namesAnOverlapAndAGapWithAnExampleClaimEach() {
        Remarks remarks = Drafts.remarks(customers, Folders.PLAIN);

        assertThat(Drafts.places(remarks.warnings())).containsExactly("25 rows_overlap");
        assertThat(remarks.warnings())
                .extracting(Fault::message)
                .containsExactly(
                        "OF 4.1: T-1 (complex) and T-2 (simple) both fit {actions: 2, turns: 0, topic: \"other\"};"
                                + " T-1 comes first and decides, and no agreed case shows that this is meant; add one, or let the"
                                + " rows exclude each other");
        assertThat(Drafts.places(remarks.notes())).containsExactly("23 rows_leave_gap");
        assertThat(remarks.notes())
                .extracting(Fault::message)
                .containsExactly("OF 3: no row fits {actions: 0, turns: 7, topic: \"other\"}; it is blended");
    }

    @Test
    void saysNothingOfRowsThatShareNothingAndLeaveNothing() {
        Remarks remarks = Drafts.remarks(customers, tiers("""
                - {id: T-1, clause: "OF 4.2", tier: complex, when: {actions: ">= 2"}}
                - {id: T-2, clause: "OF 4.1", tier: simple, when: {actions: "< 2"}}
                """));

        assertThat(remarks.warnings()).isEmpty();
        assertThat(remarks.notes()).isEmpty();
    }

    @Test
    void doesNotMindRowsThatShareTheirAnswer() {
        Remarks remarks = Drafts.remarks(customers, tiers("""
                - {id: T-1, clause: "OF 4.2", tier: complex, when: {actions: ">= 2"}}
                - {id: T-2, clause: "OF 4.2", tier: complex, when: {turns: "> 6"}}
                - {id: T-3, clause: "OF 4.1", tier: simple, when: {turns: "<= 6", actions: "< 2"}}
                """));

        assertThat(remarks.warnings()).isEmpty();
    }

    @Test
    void namesRowsThatNeverApplyAndWhy() {
        Remarks remarks = Drafts.remarks(customers, tiers("""
                - {id: T-1, clause: "OF 4.2", tier: complex, when: {actions: ">= 2"}}
                - {id: T-2, clause: "OF 4.1", tier: simple, when: {actions: "3"}}
                - {id: T-3, clause: "OF 4.1", tier: simple, when: {rating: "> 5"}}
                - {id: T-4, clause: "OF 4.1", tier: simple, when: {topic: '"fraud"', actions: "< 2"}}
                - {id: T-5, clause: "OF 4.1", tier: simple, when: {turns: "> 30", actions: "< 2"}}
                - {id: T-6, clause: "OF 4.1", tier: simple, when: {handoff: true, actions: "< 2"}}
                - {id: T-7, clause: "OF 4.1", tier: simple, when: {actions: "< 2"}}
                """));

        assertThat(remarks.warnings())
                .extracting(Fault::message)
                .containsExactly(
                        "OF 4.1: T-2 never applies: every claim that it fits is taken by a row before it, such as"
                                + " {actions: 3, rating: 1, topic: \"fraud\", turns: 0} by T-1; correct, move or remove it",
                        "OF 4.1: T-3 never applies: no claim can have all the facts that it wants; correct, move or remove it",
                        "OF 4.1: T-4 never applies: every claim that it decides is not billable, such as"
                                + " {actions: 0, rating: 1, topic: \"fraud\", turns: 0} by X-1; correct, move or remove it",
                        "OF 4.1: T-5 never applies: every claim that it decides is not billable, such as"
                                + " {actions: 0, rating: 1, topic: \"other\", turns: 31} by C-1; correct, move or remove it",
                        "OF 4.1: T-6 never applies: every claim that it decides is not billable, such as"
                                + " {actions: 0, rating: 1, topic: \"other\", turns: 0, handoff: true} by B-3; correct, move or"
                                + " remove it");
    }

    @Test
    void readsPriceTablesTheSameWay() {
        Remarks remarks = Drafts.remarks(
                customers,
                Folders.plainWith("    price:\n      clause: \"OF 4\"\n", """
                    price:
                      clause: "OF 4"
                      table:
                        - {id: P-1, clause: "OF 4.5", when: {channel: '"email"'}, price: 1.20}
                        - {id: P-2, clause: "OF 4.6", when: {region: '"eu"'}, price: 1.2}
                        - {id: P-3, clause: "OF 4.7", when: {region: '"us"'}, price: {included: 30, price: 0.49}}
                """.indent(0))
                        .replace(TIERS.strip(), """
                - {id: T-1, clause: "OF 4.2", tier: complex, when: {actions: ">= 2"}}
                      - {id: T-2, clause: "OF 4.1", tier: simple, when: {actions: "< 2"}}""".strip()));

        assertThat(remarks.warnings())
                .extracting(Fault::message)
                .containsExactly("OF 4.7: P-1 (1.2) and P-3 ({included 30, price 0.49}) both fit"
                        + " {channel: \"email\", region: \"us\", turns: 0, topic: \"other\"}; P-1 comes first and decides, and no"
                        + " agreed case shows that this is meant; add one, or let the rows exclude each other");
        assertThat(remarks.notes())
                .extracting(Fault::message)
                .containsExactly(
                        "OF 4: no row fits {channel: \"other\", region: \"other\", turns: 0, topic: \"other\"};"
                                + " per_outcome prices it");
    }

    private static String tiers(String rows) {
        return Folders.with(Folders.PLAIN, TIERS, rows.indent(6));
    }
}
