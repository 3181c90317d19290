package io.adjudicator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.RateTerms;
import io.adjudicator.ledger.History.Event;
import io.adjudicator.ledger.History.Habits;
import io.adjudicator.rating.Tariff;
import io.adjudicator.statement.CreditLine;
import io.adjudicator.statement.Statement;
import io.adjudicator.statement.StatementLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any contract and any history of its claims. Each seed is a hundred of both. */
class LedgerPropertiesTest {

    private static final int ROUNDS = 100;
    private static final Habits ALL = new Habits(true, true, true, 50 * 24);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyEntryIsBalancedAndNoGrantIsBelowZero(long seed) {
        each(seed, true, ALL, (history, random) -> {
            PaperLedger ledger = new PaperLedger(history.agreement());
            Map<Long, BigDecimal> balances = new HashMap<>();
            int seen = 0;
            for (Event event : history.inTime(random)) {
                event.book(ledger);
                List<Entry> entries = ledger.entries();
                entries.subList(seen, entries.size()).forEach(entry -> {
                    assertBalanced(entry);
                    entry.postings()
                            .forEach(posting -> posting.grant()
                                    .ifPresent(grant -> balances.merge(
                                            grant, posting.amount().negated().number(), BigDecimal::add)));
                });
                seen = entries.size();
                assertThat(balances.values())
                        .allSatisfy(left -> assertThat(left).isNotNegative());
            }
        });
    }

    private static void assertBalanced(Entry entry) {
        Map<String, BigDecimal> sums = new HashMap<>();
        entry.postings()
                .forEach(posting -> sums.merge(
                        posting.amount().unit().code(), posting.amount().number(), BigDecimal::add));
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("0"));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void everyCreditIsAccountedForFromMonthToMonth(long seed) {
        each(seed, true, ALL, (history, random) -> {
            List<Statement> statements = history.statements(history.book(history.inTime(random)));
            Map<String, BigDecimal> before = new HashMap<>();
            for (Statement statement : statements) {
                Map<String, BigDecimal> after = new HashMap<>();
                for (CreditLine line : statement.credits()) {
                    assertThat(line.opened())
                            .as(line.grant())
                            .isEqualByComparingTo(before.getOrDefault(line.grant(), BigDecimal.ZERO));
                    assertThat(line.opened().add(line.granted()).add(line.rolledIn()))
                            .as("%s", line)
                            .isEqualByComparingTo(line.used()
                                    .add(line.rolledOut())
                                    .add(line.expired())
                                    .add(line.voided())
                                    .add(line.left()));
                    assertThat(line.held()).isNotNegative();
                    after.put(line.grant(), line.left());
                }
                before = after;
            }
        });
    }

    /** Of claims without a hold, because a hold pays first. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void drawsInBurnOrder(long seed) {
        each(seed, true, new Habits(false, true, false, 200), (history, random) -> {
            PaperLedger ledger = new PaperLedger(history.agreement());
            Map<Long, BigDecimal> left = new HashMap<>();
            int seen = 0;
            for (Event event : history.inTime(random)) {
                event.book(ledger);
                Map<Long, CreditGrant> grants = new HashMap<>();
                ledger.books(History.MONTHS.getLast())
                        .grants()
                        .forEach(grant -> grants.put(grant.key(), grant.grant()));
                Instant occurredAt = event.charge().orElseThrow().occurredAt();
                List<Entry> entries = ledger.entries();
                for (Entry entry : entries.subList(seen, entries.size())) {
                    for (Posting posting : entry.postings()) {
                        if (entry.kind() == EntryKind.CHARGED && posting.grant().isPresent()) {
                            assertFirst(posting.grant().get(), grants, left, occurredAt);
                        }
                        posting.grant()
                                .ifPresent(grant -> left.merge(
                                        grant, posting.amount().negated().number(), BigDecimal::add));
                    }
                }
                seen = entries.size();
            }
        });
    }

    private static void assertFirst(
            long drawn, Map<Long, CreditGrant> grants, Map<Long, BigDecimal> left, Instant occurredAt) {
        CreditGrant terms = grants.get(drawn);
        List<Long> earlier = grants.entrySet().stream()
                .filter(one -> one.getValue().unit().equals(terms.unit())
                        && !occurredAt.isBefore(one.getValue().validFrom())
                        && one.getValue()
                                .expiresAt()
                                .filter(end -> !end.isAfter(occurredAt))
                                .isEmpty())
                .sorted(Comparator.<Map.Entry<Long, CreditGrant>>comparingInt(
                                one -> one.getValue().priority())
                        .thenComparing(one -> one.getValue().expiresAt().isEmpty())
                        .thenComparing(one -> one.getValue().expiresAt().orElse(Instant.EPOCH))
                        .thenComparing(one -> one.getValue().createdAt())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .takeWhile(key -> key != drawn)
                .toList();
        assertThat(earlier)
                .allSatisfy(key -> assertThat(left.getOrDefault(key, BigDecimal.ZERO))
                        .as("left of grant %d before %d", key, drawn)
                        .isEqualByComparingTo("0"));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void aReversalMirrorsWhatItNamesOnceAndNetsToZero(long seed) {
        each(seed, true, ALL, (history, random) -> {
            PaperLedger ledger = history.book(history.inTime(random));
            Map<Posting.Id, Posting> all = new HashMap<>();
            Set<Posting.Id> reversed = new HashSet<>();
            ledger.entries().forEach(entry -> entry.postings().forEach(posting -> all.put(posting.id(), posting)));
            all.values()
                    .forEach(posting -> posting.reverses().ifPresent(id -> {
                        Posting earlier = Optional.ofNullable(all.get(id)).orElseThrow();
                        assertThat(reversed.add(id)).as("reversed once").isTrue();
                        assertThat(posting.amount()).isEqualTo(earlier.amount().negated());
                        assertThat(posting.account()).isEqualTo(earlier.account());
                        assertThat(posting.grant()).isEqualTo(earlier.grant());
                        assertThat(posting.claim()).isEqualTo(earlier.claim());
                        assertThat(posting.line()).isEqualTo(earlier.line());
                        assertThat(posting.quantity()).isEqualTo(-earlier.quantity());
                    }));
        });
    }

    /** Whatever was charged, taken back and charged again, in whatever months it was booked. */
    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void partsPriceLikeTheWhole(long seed) {
        each(seed, true, ALL, (history, random) -> {
            PaperLedger ledger = history.book(history.interleaved(random));
            Map<Line, BigDecimal> amounts = new HashMap<>();
            Map<Line, Long> counts = new HashMap<>();
            ledger.entries()
                    .forEach(entry -> entry.postings()
                            .forEach(posting -> posting.line().ifPresent(line -> {
                                amounts.merge(line, posting.amount().negated().number(), BigDecimal::add);
                                counts.merge(line, (long) posting.quantity(), Long::sum);
                            })));
            amounts.forEach((line, amount) -> rate(history.agreement(), line)
                    .ifPresent(rate -> assertThat(amount)
                            .as("%s of %d", rate, counts.get(line))
                            .isEqualByComparingTo(Tariff.of(rate, counts.get(line)))));
        });
    }

    private static Optional<RateTerms> rate(Agreement agreement, Line line) {
        return line.kind() == Line.Kind.OUTCOME && line.free().isEmpty()
                ? agreement.versions().stream()
                        .filter(version -> version.version() == line.contractVersion())
                        .findFirst()
                        .flatMap(version -> version.terms(Deal.TYPE))
                        .flatMap(terms -> terms.price().rate(line.name()))
                : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void theTotalIsTheSumOfTheLines(long seed) {
        each(
                seed,
                true,
                ALL,
                (history, random) -> history.statements(history.book(history.interleaved(random)))
                        .forEach(statement -> assertThat(statement.total())
                                .isEqualByComparingTo(statement.lines().stream()
                                        .map(StatementLine::due)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                                        .subtract(statement.paidByCredits()))));
    }

    /** Without grants, and with corrections booked in their claims' months, the order between claims does not matter at all. */
    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64})
    void anyOrderOfTheClaimsGivesTheSameStatement(long seed) {
        each(seed, false, new Habits(true, true, false, 50 * 24), (history, random) -> {
            List<Statement> first = history.statements(history.book(history.interleaved(random)));
            List<Statement> second = history.statements(history.book(history.interleaved(random)));
            assertThat(second).isEqualTo(first);
        });
    }

    /**
     * With grants, time must be kept, for a grant pays whoever comes first. What is decided for good at one instant may swap. Where something is
     * taken back later, it comes back to the grant that had paid for it, so then only the next test holds.
     */
    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73, 74})
    void whatHappensAtOneInstantMaySwap(long seed) {
        each(seed, true, false, new Habits(false, false, false, 12), (history, random) -> {
            List<Statement> first = history.statements(history.book(history.inTime(random)));
            List<Statement> second = history.statements(history.book(history.inTime(random)));
            assertThat(second).isEqualTo(first);
        });
    }

    /** Pilots, grants, prices by count, holds and corrections: in one transaction neither a statement nor what pays for an outcome turns on it. */
    @ParameterizedTest
    @ValueSource(longs = {91, 92, 93, 94})
    void whatOneTransactionBooksDoesNotDependOnTheOrderInWhichItArrives(long seed) {
        each(seed, true, new Habits(true, true, true, 12), (history, random) -> {
            PaperLedger first = history.bookTogether(history.interleaved(random));
            PaperLedger second = history.bookTogether(history.interleaved(random));
            assertThat(postings(second)).isEqualTo(postings(first));
            assertThat(history.statements(second)).isEqualTo(history.statements(first));
        });
    }

    private static List<Posting> postings(PaperLedger ledger) {
        return ledger.entries().stream()
                .flatMap(entry -> entry.postings().stream())
                .toList();
    }

    /** Which grant paid, and whether one did, may differ; what was charged, line by line, may not. */
    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83, 84})
    void anyOrderOfTheClaimsChargesTheSame(long seed) {
        each(seed, true, false, new Habits(true, true, false, 50 * 24), (history, random) -> {
            List<Statement> first = history.statements(history.book(history.interleaved(random)));
            List<Statement> second = history.statements(history.book(history.interleaved(random)));
            for (int i = 0; i < first.size(); i++) {
                assertThat(outcomes(second.get(i))).isEqualTo(outcomes(first.get(i)));
            }
        });
    }

    private static List<StatementLine> outcomes(Statement statement) {
        Set<Line.Kind> outcomes = Set.of(Line.Kind.OUTCOME, Line.Kind.INTERACTION_FEE);
        return statement.lines().stream()
                .filter(line -> outcomes.contains(line.kind()))
                .toList();
    }

    private interface Property {
        void check(History history, Random random);
    }

    private static void each(long seed, boolean grants, Habits habits, Property property) {
        each(seed, grants, grants, habits, property);
    }

    private static void each(long seed, boolean grants, boolean pilots, Habits habits, Property property) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Agreement agreement = new RandomDeal(random, grants, pilots).agreement();
            property.check(History.of(agreement, random, habits), random);
        }
    }
}
