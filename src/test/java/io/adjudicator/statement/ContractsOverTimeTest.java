package io.adjudicator.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.TestDatabase;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.ledger.Charge;
import io.adjudicator.ledger.Deal;
import io.adjudicator.ledger.Line;
import io.adjudicator.ledger.Replica;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Months that two contract versions share, and months after the last version has ended, on real PostgreSQL. */
class ContractsOverTimeTest {

    private static final CustomerId ACME = new CustomerId("acme");
    private static final InstantSource IN_APRIL = InstantSource.fixed(Instant.parse("2026-04-02T00:00:00Z"));
    private static final Optional<String> SIMPLE = Optional.of("simple");

    private final TestDatabase database = new TestDatabase();
    private final Replica replica = new Replica(database);

    private List<ContractVersion> published(String... texts) {
        List<DraftVersion> drafts = Deal.folder("acme", texts).drafts();
        drafts.forEach(draft -> replica.contracts().publish(draft, "deal desk"));
        replica.contracts().refresh();
        return drafts.stream().map(DraftVersion::version).toList();
    }

    private static Charge decided(
            long claim, ContractVersion contract, String occurredOn, Optional<String> tier, String bookedIn) {
        Instant at = Instant.parse(occurredOn + "T12:00:00Z");
        return Deal.decision(claim, contract, at, tier, at, YearMonth.parse(bookedIn));
    }

    private Statements statements() {
        return new Statements(
                replica.contracts(), replica.ledger(), new StatementStore(replica.jdbc()), IN_APRIL, _ -> {});
    }

    private Statement draft(String month) {
        return replica.inTransaction(() -> statements().of(ACME, YearMonth.parse(month)));
    }

    private Statement close(String month) {
        return replica.inTransaction(() -> statements().close(ACME, YearMonth.parse(month), "test"));
    }

    private BigDecimal owed(String month, String unit) {
        return replica.jdbc()
                .sql("""
                        select coalesce(sum(amount), 0)
                        from posting
                        join journal_entry using (entry_key)
                        where account = 'RECEIVABLE' and unit = :unit and booked_in = cast(:month as date)
                        """)
                .param("unit", unit)
                .param("month", month + "-01")
                .query(BigDecimal.class)
                .single();
    }

    /** Two outcomes of 2 credits each, of which a grant covers one: 3 are left, and what one costs was never agreed. */
    @Test
    void creditsThatHaveNoPriceAreNotDueAndTheStatementSaysSo() {
        ContractVersion version =
                published(Deal.text("""
                        unit: old-credit
                        credits:
                          - {id: plan, clause: "OF 5", category: plan, amount: 1, every: month, expires: end_of_month}
                        """, "{simple: 2, complex: 5}")).getFirst();
        replica.book(
                List.of(),
                List.of(
                        decided(1, version, "2026-01-05", SIMPLE, "2026-01"),
                        decided(2, version, "2026-01-06", SIMPLE, "2026-01")));
        Statement closed = close("2026-01");
        assertThat(closed.total()).isEqualByComparingTo("0");
        assertThat(closed.notes())
                .containsExactly("No grant covers 3 old-credit, and the contract names no price of a credit: nothing is"
                        + " due for them.");
    }

    /**
     * The first version has 3 old credits and sells more at 0.012; two outcomes of 2 are 1 too many: 0.012, 0.01 on the line. The second
     * begins on the 16th, so its grant comes in February, and what it says of money is what its credit is worth: three outcomes of 2 are
     * 6 × 0.05 = 0.30.
     */
    @Test
    void bothUnitsOfAMonthWithTwoCreditUnitsAreDueAndTheMonthCloses() {
        List<ContractVersion> versions = published(
                Deal.text("""
                        unit: {credits: old-credit, worth: 0.01, currency: USD, clause: "OF 4.1"}
                        overage: {clause: "OF 5.2", price: 0.012}
                        credits:
                          - {id: plan, clause: "OF 5", category: plan, amount: 3, every: month, expires: end_of_month}
                        """, "{simple: 2, complex: 5}").replace("to: 2027-01-01", "to: 2026-01-16"),
                Deal.text("""
                        unit: {credits: new-credit, worth: 0.05, currency: USD, clause: "OF 4.1"}
                        credits:
                          - {id: fresh, clause: "OF 5", category: plan, amount: 100, every: month, expires: end_of_month}
                        """, "{simple: 2, complex: 5}")
                        .replace("version: 1", "version: 2")
                        .replace("from: 2026-01-01", "from: 2026-01-16"));
        replica.book(
                List.of(),
                List.of(
                        decided(1, versions.getFirst(), "2026-01-05", SIMPLE, "2026-01"),
                        decided(2, versions.getFirst(), "2026-01-06", SIMPLE, "2026-01"),
                        decided(3, versions.getLast(), "2026-01-20", SIMPLE, "2026-01"),
                        decided(4, versions.getLast(), "2026-01-21", SIMPLE, "2026-01"),
                        decided(5, versions.getLast(), "2026-01-22", SIMPLE, "2026-01")));
        Statement draft = draft("2026-01");

        List<StatementLine> overages = draft.lines().stream()
                .filter(line -> line.kind() == Line.Kind.OVERAGE)
                .toList();
        assertThat(overages).extracting(StatementLine::contractVersion).containsExactly(2, 1);
        assertThat(overages)
                .extracting(StatementLine::working)
                .containsExactly("6 new-credit × 0.05", "1 old-credit × 0.012");
        assertThat(overages)
                .extracting(StatementLine::due)
                .containsExactly(new BigDecimal("0.30"), new BigDecimal("0.01"));
        assertThat(draft.total()).isEqualByComparingTo("0.31");

        assertThat(close("2026-01")).isEqualTo(draft.closed(IN_APRIL.instant()));
        assertThat(owed("2026-01", "old-credit")).as("turned into money").isEqualByComparingTo("0");
        assertThat(owed("2026-01", "new-credit")).as("turned into money").isEqualByComparingTo("0");
        assertThat(owed("2026-01", "USD")).isEqualByComparingTo("0.31");
    }

    /**
     * January: ten outcomes of 0.99 are 9.90, 5.10 up to the minimum, and a fee of 20. The contract ends with it. In March one of the ten is
     * taken back: 0.99 is credited, and neither fee nor minimum is asked for. February has nothing to close.
     */
    @Test
    void whatIsTakenBackAfterTheContractEndedIsCreditedInAMonthThatCanBeClosed() {
        ContractVersion contract = published(
                        Deal.text("""
                        fees: [{id: platform, clause: "OF 4", name: Platform fee, amount: 20, every: month}]
                        minimum: {clause: "OF 6", amount: 15, every: month}
                        """, "{simple: 0.99, complex: 2.49}").replace("to: 2027-01-01", "to: 2026-02-01"))
                .getFirst();
        for (long claim = 1; claim <= 10; claim++) {
            replica.book(List.of(), List.of(decided(claim, contract, "2026-01-10", SIMPLE, "2026-01")));
        }
        assertThat(close("2026-01").total()).isEqualByComparingTo("35.00");
        replica.book(List.of(), List.of(decided(4, contract, "2026-01-10", Optional.empty(), "2026-03")));

        Statement march = draft("2026-03");
        assertThat(march.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Line.Kind.OUTCOME);
            assertThat(line.period()).isEqualTo("2026-01");
            assertThat(line.reversed()).isEqualTo(1);
            assertThat(line.due()).isEqualByComparingTo("-0.99");
        });
        assertThat(statements().periods(ACME))
                .extracting(StatementPeriod::period)
                .containsExactly("2026-03", "2026-01");
        assertThat(close("2026-03")).isEqualTo(march.closed(IN_APRIL.instant()));
        assertThat(march.total()).isEqualByComparingTo("-0.99");
        assertThat(owed("2026-03", "USD")).isEqualByComparingTo("-0.99");
    }

    /** Two outcomes of 2 credits and no grant: 4 × 0.01 = 0.04 in January; one is taken back in March: 2 × 0.01 = 0.02 comes back. */
    @Test
    void creditsThatAreTakenBackAfterTheContractEndedComeBackInMoney() {
        ContractVersion contract = published(Deal.text(
                                "unit: {credits: old-credit, worth: 0.01, currency: USD, clause: \"OF 4.1\"}\n",
                                "{simple: 2, complex: 5}")
                        .replace("to: 2027-01-01", "to: 2026-02-01"))
                .getFirst();
        replica.book(
                List.of(),
                List.of(
                        decided(1, contract, "2026-01-10", SIMPLE, "2026-01"),
                        decided(2, contract, "2026-01-11", SIMPLE, "2026-01")));
        assertThat(close("2026-01").total()).isEqualByComparingTo("0.04");
        replica.book(List.of(), List.of(decided(2, contract, "2026-01-11", Optional.empty(), "2026-03")));

        assertThat(close("2026-03").total()).isEqualByComparingTo("-0.02");
        assertThat(owed("2026-03", "old-credit")).isEqualByComparingTo("0");
        assertThat(owed("2026-03", "USD")).isEqualByComparingTo("-0.02");
    }

    @Test
    void aMonthBeforeTheFirstContractHasNoStatement() {
        published(Deal.text("", "{simple: 0.99, complex: 2.49}"));

        assertThatThrownBy(() -> draft("2025-12"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("no_contract_in_period"));
    }
}
