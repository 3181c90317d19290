package io.adjudicator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger on real PostgreSQL: many at once, and what the database itself refuses. */
class LedgerStoreTest {

    private static final int THREADS = 8;
    private static final int CLAIMS = 240;
    private static final int LATE = 40;
    private static final YearMonth JANUARY = YearMonth.parse("2026-01");
    private static final Instant DAY = Instant.parse("2026-01-10T00:00:00Z");

    private static final String CREDITS = Deal.text("""
            unit: {credits: nw-credit, worth: 0.01, currency: USD, clause: "OF 4.1"}
            overage: {clause: "OF 5.2", price: 0.012}
            credits:
              - {id: a, clause: "OF 5", category: promotional, amount: 100, every: once, priority: 1, expires: never}
              - {id: b, clause: "OF 5", category: plan, amount: 150, every: month, priority: 2, expires: end_of_month}
            """, "{simple: 2, complex: 5}");
    private static final String GRADUATED = Deal.text(
            "",
            "{simple: {graduated: [{up_to: 50, price: 0.95}, {up_to: 100, price: 0.90}, {price: 0.85}]}, complex: {included: 30, price: 0.49}}");

    /** Two free outcomes, then 1 for each of the first two that are charged and 2 for each further one; 3 + 2 credits are there to pay. */
    private static final String ONE_INSTANT =
            Deal.text("""
            unit: {credits: nw-credit, worth: 0.01, currency: USD, clause: "OF 4.1"}
            overage: {clause: "OF 5.2", price: 0.012}
            onboarding: {model: capped_pilot, clause: "OF 8", free_outcomes: 2, converts: automatically}
            credits:
              - {id: plan, clause: "OF 5", category: plan, amount: 3, every: month, priority: 1, expires: end_of_month}
              - {id: topup, clause: "OF 5", category: top_up, amount: 2, every: once, priority: 2, expires: never}
            """, "{simple: {graduated: [{up_to: 2, price: 1}, {price: 2}]}, complex: 5}");

    /** The first and the second are free; 1, 1, 2 and 2 are charged, 3 of it from the plan, 2 from the top-up, and 1 is owed. */
    private static final Map<Long, String> PAID_IN_ORDER = Map.of(
            1L, "pilot-outcomes/v1 1",
            2L, "pilot-outcomes/v1 1",
            3L, "plan/2026-01 1",
            4L, "plan/2026-01 1",
            5L, "plan/2026-01 1, topup 1",
            6L, "topup 1, owed 1");

    private final TestDatabase database = new TestDatabase();
    private final Replica first = new Replica(database);

    private ContractVersion published(String customer, String text) {
        DraftVersion draft = Deal.folder(customer, text).drafts().getFirst();
        first.contracts().publish(draft, "deal desk");
        first.contracts().refresh();
        return draft.version();
    }

    /** Two customers at once in every transaction, on two replicas: no deadlock, nothing drawn twice, nothing counted twice. */
    @Test
    void manyAtOnceComeToWhatOneComesTo() throws Exception {
        List<ContractVersion> contracts =
                List.of(published("credit-desk", CREDITS), published("graduated-desk", GRADUATED));
        List<Replica> replicas = List.of(first, new Replica(database));
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int own = thread;
            work.add(() -> {
                Random random = new Random(own);
                for (int claim = own; claim < CLAIMS; claim += THREADS) {
                    Replica replica = replicas.get(random.nextInt(2));
                    List<ContractVersion> shuffled = new ArrayList<>(contracts);
                    Collections.shuffle(shuffled, random);
                    long key = claim;
                    replica.book(
                            shuffled.stream()
                                    .map(contract -> Deal.hold(key(contract, key), contract, DAY))
                                    .toList(),
                            List.of());
                    for (int round = 0; round <= claim % 3; round++) {
                        int nth = round;
                        replica.book(
                                List.of(),
                                shuffled.stream()
                                        .map(contract -> charge(contract, key, nth))
                                        .toList());
                    }
                }
                return true;
            });
        }
        all(work);
        // What was held for others is not there for a charge in between; whoever comes last finds what that left of the
        // grant, and uses it up.
        for (long claim = CLAIMS; claim < CLAIMS + LATE; claim++) {
            long key = claim;
            first.book(
                    List.of(),
                    contracts.stream().map(contract -> charge(contract, key, 1)).toList());
        }

        for (ContractVersion contract : contracts) {
            PaperLedger paper = new PaperLedger(new Agreement(List.of(contract)));
            for (long claim = 0; claim < CLAIMS; claim++) {
                paper.book(Deal.hold(key(contract, claim), contract, DAY));
                for (int round = 0; round <= claim % 3; round++) {
                    paper.book(charge(contract, claim, round));
                }
            }
            for (long claim = CLAIMS; claim < CLAIMS + LATE; claim++) {
                paper.book(charge(contract, claim, 1));
            }
            assertThat(totals(first.ledger().books(contract.customer(), JANUARY)))
                    .isEqualTo(totals(paper.books(JANUARY)));
        }
        assertThat(first.jdbc()
                        .sql("select count(*) from grant_balance where available < 0 or held <> 0")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(first.jdbc().sql("""
                                select count(*) from grant_balance
                                where available <> (
                                  select - sum(amount) from posting where posting.grant_key = grant_balance.grant_key)
                                """).query(Long.class).single()).isZero();
    }

    private static long key(ContractVersion contract, long claim) {
        return contract.unit().isCurrency() ? claim : CLAIMS + LATE + claim;
    }

    /** First simple, then every second claim complex, then every third not billable: the same for whoever books it. */
    private static Charge charge(ContractVersion contract, long claim, int round) {
        Optional<String> tier =
                round == 0 ? Optional.of("simple") : round == 1 ? Optional.of("complex") : Optional.empty();
        return Deal.decision(key(contract, claim), contract, DAY, tier, DAY, JANUARY);
    }

    /** What each account and line comes to, whichever grant it was and however often it went there and back. */
    private static Map<String, String> totals(PeriodBooks books) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (PostingSum sum : books.sums()) {
            String key = sum.account() + " " + sum.amount().unit()
                    + sum.line().map(line -> " " + line.name()).orElse("");
            sums.merge(key, sum.number(), BigDecimal::add);
            sums.merge(key + " count", BigDecimal.valueOf(sum.quantity()), BigDecimal::add);
        }
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((key, sum) -> texts.put(key, PaperDesk.plain(sum)));
        return texts;
    }

    @ParameterizedTest
    @CsvSource({"123456", "654321", "246135", "361524", "514263"})
    void outcomesOfOneInstantArePaidInTheOrderOfTheirIdsHoweverTheyArrive(String arrival) {
        ContractVersion contract = published("instant-desk", ONE_INSTANT);
        first.book(List.of(), decided(contract, arrival));

        assertThat(paid()).isEqualTo(PAID_IN_ORDER);
    }

    /** The two free ones hold the pilot's, the third 3 + 2 credits, the others what is beyond the grants. Each page is a transaction. */
    @ParameterizedTest
    @CsvSource({"123456, 123, 456", "654321, 321, 654", "246135, 12, 6543", "514263, 41325, 6"})
    void outcomesOfOneInstantThatWereHeldArePaidInThatOrderInPagesOfThatOrder(
            String arrival, String firstPage, String secondPage) {
        ContractVersion contract = published("instant-desk", ONE_INSTANT);
        first.book(claims(arrival).map(claim -> Deal.hold(claim, contract, DAY)).toList(), List.of());
        first.book(List.of(), decided(contract, firstPage));
        first.book(List.of(), decided(contract, secondPage));

        assertThat(paid()).isEqualTo(PAID_IN_ORDER);
    }

    /**
     * What is booked stays booked, so between two transactions the earlier one comes first (ADR 9). Charged are 1 for the sixth, 5 for the
     * first, 1 for the second and 2 for the third: 3 from the plan, 2 from the top-up, and 4 owed.
     */
    @Test
    void outcomesOfOneInstantInTwoTransactionsArePaidInTheOrderOfTheTransactions() {
        ContractVersion contract = published("instant-desk", ONE_INSTANT);
        first.book(List.of(), decided(contract, "456"));
        first.book(List.of(), decided(contract, "123"));

        assertThat(paid())
                .isEqualTo(Map.of(
                        4L, "pilot-outcomes/v1 1",
                        5L, "pilot-outcomes/v1 1",
                        6L, "plan/2026-01 1",
                        1L, "plan/2026-01 2, topup 2, owed 1",
                        2L, "owed 1",
                        3L, "owed 2"));
    }

    private static Stream<Long> claims(String digits) {
        return digits.chars().mapToObj(digit -> (long) Character.getNumericValue(digit));
    }

    /** All at one instant; the first is complex, all others are simple. */
    private static List<Charge> decided(ContractVersion contract, String claims) {
        return claims(claims)
                .map(claim -> Deal.decision(
                        claim, contract, DAY, Optional.of(claim == 1 ? "complex" : "simple"), DAY, JANUARY))
                .toList();
    }

    /** Of each claim: what came of which grant, and what is owed, in credits. */
    private Map<Long, String> paid() {
        Map<Long, String> paid = new TreeMap<>();
        first.jdbc().sql("""
                select claim_key, coalesce(source, 'owed') as by, sum(amount) as amount
                from posting
                join journal_entry using (entry_key)
                left join credit_grant using (grant_key)
                where kind = 'CHARGED' and account in ('GRANT', 'RECEIVABLE')
                group by claim_key, priority, source
                order by claim_key, priority
                """).query(row -> {
            paid.merge(
                    row.getLong("claim_key"),
                    row.getString("by") + " " + PaperDesk.plain(row.getBigDecimal("amount")),
                    (one, other) -> one + ", " + other);
        });
        return paid;
    }

    private static void all(List<? extends Callable<?>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<Future<?>> started = new ArrayList<>();
            work.forEach(one -> started.add(threads.submit(one)));
            for (Future<?> one : started) {
                one.get();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # statement                                                                                                                                                    | refused because
            insert into journal_entry values (999, 'x', 'CHARGED', '2026-01-01', now(), '')                                                                                | has no postings
            insert into posting (entry_key, number, account, unit, amount, quantity) select max(entry_key), 99, 'HELD', 'USD', 0, 0 from journal_entry                     | must be written with its journal entry
            insert into posting (entry_key, number, account, unit, amount, quantity) values (12345, 1, 'HELD', 'USD', 0, 0)                                                | must be written with its journal entry
            update posting set amount = 0                                                                                                                                  | posting
            delete from posting                                                                                                                                            | posting
            truncate posting                                                                                                                                               | posting
            update journal_entry set note = ''                                                                                                                             | journal_entry
            delete from journal_entry                                                                                                                                      | journal_entry
            truncate journal_entry                                                                                                                                         | journal_entry
            update credit_grant set priority = 0                                                                                                                           | credit_grant
            update statement set document = ''                                                                                                                             | statement
            update grant_balance set available = - 1                                                                                                                       | violates check constraint
            """)
    void theDatabaseRefuses(String statement, String because) {
        ContractVersion contract = published("credit-desk", CREDITS);
        first.book(List.of(), List.of(charge(contract, 1, 0)));
        first.jdbc()
                .sql(
                        "insert into statement (customer, period, closed_at, closed_by, document) values ('x', '2026-01-01', now(), 'y', 'z')")
                .update();

        assertThatThrownBy(() -> first.inTransaction(() -> {
                    first.jdbc().sql(statement).update();
                    return true;
                }))
                .hasStackTraceContaining(because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # account | amount | account | amount | reverses | refused because
            HELD      | 2.00   | PENDING | -1.99  |          | does not sum to zero
            GRANT     | 99999  | USED    | -99999 |          | grant_balance_available_check
            HELD      | 1.00   | PENDING | -1.00  | 1        | posting_reversal
            """)
    void theDatabaseRefusesAnEntry(
            String debit, BigDecimal debited, String credit, BigDecimal credited, Integer reverses, String because) {
        ContractVersion contract = published("credit-desk", CREDITS);
        first.book(List.of(), List.of(charge(contract, 1, 0)));
        first.book(List.of(), List.of(charge(contract, 1, 2)));
        Long reversed = reverses == null
                ? null
                : first.jdbc()
                        .sql("select min(reverses_entry) from posting")
                        .query(Long.class)
                        .single();

        assertThatThrownBy(() -> first.inTransaction(() -> {
                    first.jdbc()
                            .sql(
                                    "insert into journal_entry (entry_key, customer, kind, booked_in, posted_at, note) values (999, 'credit-desk', 'CHARGED', '2026-01-01', now(), '')")
                            .update();
                    first.jdbc()
                            .sql("""
                                    insert into posting (entry_key, number, account, unit, amount, quantity, grant_key, reverses_entry, reverses_number)
                                    values (999, 1, :debit, 'nw-credit', :debited, 0,
                                      case when :debit = 'GRANT' then (select min(grant_key) from credit_grant) end,
                                      cast(:reversed as bigint), case when cast(:reversed as bigint) is not null then 1 end),
                                    (999, 2, :credit, 'nw-credit', :credited, 0, null, null, null)
                                    """)
                            .param("debit", debit)
                            .param("debited", debited)
                            .param("credit", credit)
                            .param("credited", credited)
                            .param("reversed", reversed)
                            .update();
                    return true;
                }))
                .isInstanceOf(Exception.class)
                .hasStackTraceContaining(because);
    }
}
