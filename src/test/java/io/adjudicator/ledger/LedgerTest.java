package io.adjudicator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.statement.CreditLine;
import io.adjudicator.statement.Statement;
import io.adjudicator.statement.StatementLine;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bookings worked out by hand. A simple outcome costs 2 credits, a complex one 5, unless a test says otherwise. */
class LedgerTest {

    private static final String CREDITS = """
            unit: {credits: nw-credit, worth: 0.01, currency: USD, clause: "OF 4.1"}
            overage: {clause: "OF 5.2", price: 0.012}
            credits:
            """;
    private static final String TIERS = "{simple: 2, complex: 5}";

    private static PaperDesk credits(String... grants) {
        StringBuilder terms = new StringBuilder(CREDITS);
        for (String grant : grants) {
            terms.append("  - {clause: \"OF 5\", ").append(grant).append("}\n");
        }
        return new PaperDesk(Deal.text(terms.toString(), TIERS));
    }

    private static PaperDesk monthly(int amount) {
        return credits("id: plan, category: plan, amount: " + amount + ", every: month, expires: end_of_month");
    }

    private static PaperDesk rolling(int limit) {
        return credits("id: plan, category: plan, amount: 10, every: month, expires: end_of_month, rollover: {limit: "
                + limit + "}");
    }

    @Test
    void capturesLessThanWasHeldAndReleasesTheRest() {
        PaperDesk desk = monthly(10).hold(1, "2026-01-05");
        assertThat(desk.left("plan/2026-01")).isEqualTo("5");
        assertThat(desk.held("plan/2026-01")).isEqualTo("5");

        desk.decide(1, "simple", "2026-01-08");
        assertThat(desk.left("plan/2026-01")).isEqualTo("8");
        assertThat(desk.held("plan/2026-01")).isEqualTo("0");
        assertThat(desk.owed("nw-credit")).isEqualTo("0");
    }

    @Test
    void releasesTheWholeHoldOfWhatIsNotBillable() {
        PaperDesk desk = monthly(3).hold(1, "2026-01-05");
        assertThat(desk.held("plan/2026-01")).isEqualTo("3");
        assertThat(desk.sum(Account.HELD, "nw-credit")).as("beyond the grant").isEqualTo("2");

        desk.decide(1, "none", "2026-01-08");
        assertThat(desk.left("plan/2026-01")).isEqualTo("3");
        assertThat(desk.sum(Account.HELD, "nw-credit")).isEqualTo("0");
    }

    @Test
    void owesWhatNoGrantCovers() {
        PaperDesk desk = monthly(6).claimed(1, "2026-01-05").claimed(2, "2026-01-06");
        desk.decide(1, "complex", "2026-01-05").decide(2, "complex", "2026-01-06");

        assertThat(desk.left("plan/2026-01")).isEqualTo("0");
        assertThat(desk.owed("nw-credit")).isEqualTo("4");
        Statement statement = desk.statement("2026-01");
        assertThat(line(statement, Line.Kind.OVERAGE).net()).isEqualByComparingTo("0.048"); // 4 × 0.012
        assertThat(statement.total()).isEqualByComparingTo("0.05");
    }

    @Test
    void givesAReversedChargeBackToTheVeryGrant() {
        PaperDesk desk = credits(
                "id: a, category: promotional, amount: 3, every: once, priority: 1, expires: never",
                "id: b, category: plan, amount: 10, every: once, priority: 2, expires: never");
        desk.claimed(1, "2026-01-05").claimed(2, "2026-01-06");
        desk.decide(1, "simple", "2026-01-05").decide(2, "complex", "2026-01-06");
        assertThat(desk.left("a")).isEqualTo("0");
        assertThat(desk.left("b")).as("4 of the second outcome").isEqualTo("6");

        desk.decide(1, "none", "2026-01-07");
        assertThat(desk.left("a")).isEqualTo("2");
        assertThat(desk.left("b")).isEqualTo("6");
        desk.decide(2, "none", "2026-01-07");
        assertThat(desk.left("a")).isEqualTo("3");
        assertThat(desk.left("b")).isEqualTo("10");
    }

    /** Credits that come back after their grant has ended lapse at once: they were the customer's to use until then, and no longer. */
    @Test
    void letsWhatComesBackToAnExpiredGrantLapseAtOnce() {
        PaperDesk desk = monthly(10).claimed(1, "2026-01-05").decide(1, "complex", "2026-01-05");
        desk.advance("2026-02-10");
        assertThat(desk.by(EntryKind.EXPIRED, "plan/2026-01")).isEqualTo("5");

        desk.decide(1, "none", "2026-02-11", "2026-02");
        assertThat(desk.left("plan/2026-01")).isEqualTo("0");
        assertThat(desk.by(EntryKind.EXPIRED, "plan/2026-01")).isEqualTo("10");
        assertThat(desk.left("plan/2026-02")).as("is not touched").isEqualTo("10");
    }

    @Test
    void keepsWhatIsHeldWhenItsGrantExpires() {
        PaperDesk desk = monthly(10).hold(1, "2026-01-30").advance("2026-02-01");
        assertThat(desk.left("plan/2026-01")).isEqualTo("0");
        assertThat(desk.held("plan/2026-01")).isEqualTo("5");

        desk.decide(1, "simple", "2026-02-02");
        assertThat(desk.by(EntryKind.CHARGED, "plan/2026-01")).isEqualTo("2");
        assertThat(desk.by(EntryKind.EXPIRED, "plan/2026-01"))
                .as("5 then, 3 now")
                .isEqualTo("8");
        assertThat(desk.owed("nw-credit")).isEqualTo("0");
    }

    /** Each grant has one credit, one outcome of two credits is charged: which two grants pay? */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # first grant                        | second grant                         | third grant                       | used
            priority: 3, expires: P5D            | priority: 1, expires: never          | priority: 2, expires: never       | b c
            priority: 1, expires: never          | priority: 1, expires: P90D           | priority: 1, expires: P30D        | b c
            priority: 1, expires: never          | priority: 1, expires: never          | priority: 1, expires: P400D       | a c
            priority: 1, expires: end_of_month   | priority: 1, expires: end_of_month   | priority: 1, expires: end_of_month | a b
            """)
    void burnsByPriorityThenExpiryThenAgeThenKey(String first, String second, String third, String used) {
        PaperDesk desk = credits(
                "id: a, category: plan, amount: 1, every: once, " + first,
                "id: b, category: plan, amount: 1, every: once, " + second,
                "id: c, category: plan, amount: 1, every: once, " + third);
        desk.claimed(1, "2026-01-03").decide(1, "simple", "2026-01-03");

        for (String grant : new String[] {"a", "b", "c"}) {
            assertThat(desk.left(grant)).as(grant).isEqualTo(used.contains(grant) ? "0" : "1");
        }
    }

    @Test
    void burnsTheOlderOfTwoThatExpireTogether() {
        PaperDesk desk = rolling(4).claimed(1, "2026-02-03").decide(1, "complex", "2026-02-03");

        assertThat(desk.left("rollover/plan/2026-02")).isEqualTo("0");
        assertThat(desk.left("plan/2026-02")).isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # outcomes of 5 | rolled | expired
            0               | 6      | 4
            1               | 5      | 0
            2               | 0      | 0
            """)
    void rollsOverUpToTheLimit(int outcomes, String rolled, String expired) {
        PaperDesk desk = rolling(6);
        for (int claim = 1; claim <= outcomes; claim++) {
            desk.claimed(claim, "2026-01-05").decide(claim, "complex", "2026-01-05");
        }
        desk.advance("2026-02-01");

        assertThat(desk.by(EntryKind.ROLLED_OUT, "plan/2026-01")).isEqualTo(rolled);
        assertThat(desk.by(EntryKind.EXPIRED, "plan/2026-01")).isEqualTo(expired);
        assertThat(desk.left("plan/2026-01")).isEqualTo("0");
    }

    /** The plan of a month and what rolled into it share one limit. */
    @Test
    void rollsOnWhatRolledInWithinOneLimit() {
        PaperDesk desk = rolling(6).advance("2026-03-01");

        assertThat(desk.by(EntryKind.ROLLED_OUT, "rollover/plan/2026-02")).isEqualTo("6");
        assertThat(desk.by(EntryKind.EXPIRED, "plan/2026-02")).isEqualTo("10");
        assertThat(desk.left("rollover/plan/2026-03")).isEqualTo("6");
    }

    @Test
    void rollsOverWhatWasHeldWhenItIsReleased() {
        PaperDesk desk = rolling(8).hold(1, "2026-01-30").advance("2026-02-01");
        assertThat(desk.left("rollover/plan/2026-02")).isEqualTo("5");

        desk.decide(1, "none", "2026-02-02");
        assertThat(desk.left("rollover/plan/2026-02"))
                .as("3 more reach the limit")
                .isEqualTo("8");
        assertThat(desk.by(EntryKind.EXPIRED, "plan/2026-01")).isEqualTo("2");
    }

    @Test
    void rollsNoMoreThanTheLimitWhateverWasUsedMeanwhile() {
        PaperDesk desk = rolling(5).hold(1, "2026-01-30").advance("2026-02-01");
        desk.claimed(2, "2026-02-01").decide(2, "complex", "2026-02-01");
        assertThat(desk.left("rollover/plan/2026-02")).isEqualTo("0");

        desk.decide(1, "none", "2026-02-02");
        assertThat(desk.left("rollover/plan/2026-02")).isEqualTo("0");
        assertThat(desk.by(EntryKind.EXPIRED, "plan/2026-01")).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # converts    | free | charged | owed
            automatically | 2    | 1       | 2.49
            on_signature  | 3    | 0       | 0
            """)
    void chargesAfterThePilotOnlyIfItConvertsByItself(String converts, long free, long charged, String owed) {
        PaperDesk desk = new PaperDesk(Deal.text(
                "onboarding: {model: capped_pilot, clause: \"OF 8\", free_outcomes: 2, converts: " + converts + "}\n",
                "{simple: 0.99, complex: 2.49}"));
        desk.hold(1, "2026-01-02").hold(2, "2026-01-03").hold(3, "2026-01-04");
        assertThat(desk.sum(Account.HELD, "USD")).isEqualTo(owed);
        desk.decide(1, "simple", "2026-01-05").decide(2, "simple", "2026-01-06").decide(3, "complex", "2026-01-07");

        Statement statement = desk.statement("2026-01");
        assertThat(statement.lines().stream()
                        .filter(line -> line.free().isPresent())
                        .mapToLong(StatementLine::gross)
                        .sum())
                .isEqualTo(free);
        assertThat(statement.lines().stream()
                        .filter(line -> line.free().isEmpty())
                        .mapToLong(StatementLine::gross)
                        .sum())
                .isEqualTo(charged);
        assertThat(desk.owed("USD")).isEqualTo(owed);
        assertThat(statement.total()).isEqualByComparingTo(owed);
    }

    @Test
    void givesAFreeOutcomeBackWhenItIsReversed() {
        PaperDesk desk = new PaperDesk(Deal.text(
                "onboarding: {model: capped_pilot, clause: \"OF 8\", free_outcomes: 1, converts: automatically}\n",
                "{simple: 0.99, complex: 2.49}"));
        desk.claimed(1, "2026-01-02").claimed(2, "2026-01-03");
        desk.decide(1, "simple", "2026-01-02").decide(1, "none", "2026-01-03").decide(2, "complex", "2026-01-03");

        assertThat(desk.owed("USD")).isEqualTo("0");
        assertThat(desk.left("pilot-outcomes/v1")).isEqualTo("0");
    }

    @Test
    void grantsThePilotOfAVersionThatBeginsWithinAMonth() {
        PaperDesk desk = new PaperDesk(
                Deal.text("", "{simple: 1, complex: 2}").replace("to: 2027-01-01", "to: 2026-01-15"),
                Deal.text(
                                "onboarding: {model: capped_pilot, clause: \"OF 8\", free_outcomes: 1, converts: automatically}\n",
                                "{simple: 1, complex: 2}")
                        .replace("version: 1", "version: 2")
                        .replace("from: 2026-01-01", "from: 2026-01-15"));
        desk.claimed(1, "2026-01-14").claimed(2, "2026-01-16").claimed(3, "2026-01-17");
        desk.decide(1, "simple", "2026-01-14").decide(2, "simple", "2026-01-16").decide(3, "simple", "2026-01-17");

        assertThat(desk.owed("USD")).isEqualTo("2");
    }

    /** Each version counts its own outcomes. */
    @Test
    void countsTwoVersionsOfAMonthApart() {
        String graduated = "{simple: {graduated: [{up_to: 2, price: 1.00}, {price: 0.50}]}, complex: 3}";
        PaperDesk desk = new PaperDesk(
                Deal.text("", graduated).replace("to: 2027-01-01", "to: 2026-01-15"),
                Deal.text("", graduated)
                        .replace("version: 1", "version: 2")
                        .replace("from: 2026-01-01", "from: 2026-01-15"));
        for (int claim = 1; claim <= 6; claim++) {
            String day = claim <= 3 ? "2026-01-1" + claim : "2026-01-2" + claim;
            desk.claimed(claim, day).decide(claim, "simple", day);
        }

        Statement statement = desk.statement("2026-01");
        assertThat(statement.lines()).extracting(StatementLine::contractVersion).containsExactly(1, 2);
        assertThat(statement.lines()).allSatisfy(line -> assertThat(line.net()).isEqualByComparingTo("2.50"));
        assertThat(statement.total()).isEqualByComparingTo("5.00");
    }

    @Test
    void supersedesWithAnotherTier() {
        PaperDesk desk = monthly(10).claimed(1, "2026-01-05");
        desk.decide(1, "complex", "2026-01-05").decide(1, "simple", "2026-01-06");
        assertThat(desk.left("plan/2026-01")).isEqualTo("8");

        desk.decide(1, "complex", "2026-01-07");
        assertThat(desk.left("plan/2026-01")).isEqualTo("5");
    }

    /** What was freed by the reversal pays again although the grant has ended, for the outcome occurred while it was valid. */
    @Test
    void paysASupersedingDecisionByTheGrantsOfItsOutcomesTime() {
        PaperDesk desk = monthly(10).claimed(1, "2026-01-05").decide(1, "complex", "2026-01-05");
        desk.advance("2026-02-10").decide(1, "simple", "2026-02-11", "2026-02");

        assertThat(desk.by(EntryKind.CHARGED, "plan/2026-01"))
                .as("5 then, 2 now")
                .isEqualTo("7");
        assertThat(desk.by(EntryKind.EXPIRED, "plan/2026-01"))
                .as("5 then, 3 now")
                .isEqualTo("8");
        assertThat(desk.left("plan/2026-02")).isEqualTo("10");
        assertThat(desk.owed("nw-credit")).isEqualTo("0");
    }

    @Test
    void showsWhatIsHeldUntilItsWindowClosesWhateverTheMonth() {
        PaperDesk desk = new PaperDesk(Deal.text("", "{simple: 0.99, complex: 2.49}"));
        desk.hold(1, "2026-01-30").hold(2, "2026-02-03");

        assertThat(desk.statement("2026-01").held())
                .extracting(held -> held.amount().toPlainString())
                .containsExactly("2.49");
        assertThat(desk.statement("2026-02").held())
                .extracting(held -> held.amount().toPlainString())
                .containsExactly("4.98");
        desk.decide(1, "simple", "2026-02-02", "2026-02");
        assertThat(desk.statement("2026-02").held())
                .extracting(held -> held.amount().toPlainString())
                .containsExactly("2.49");
        desk.decide(2, "simple", "2026-02-06");
        assertThat(desk.statement("2026-02").held()).isEmpty();
    }

    /** Redo's bands in small: whichever outcome is taken back, the others cost what their number says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # reversed | owed
            1          | 2.35
            2          | 2.35
            3          | 2.35
            """)
    void reratesWhatRemains(int reversed, String owed) {
        PaperDesk desk = new PaperDesk(
                Deal.text(
                        "",
                        "{simple: {graduated: [{up_to: 1, price: 0.95}, {up_to: 2, price: 0.90}, {price: 0.50}]}, complex: 3}"));
        for (int claim = 1; claim <= 4; claim++) {
            desk.claimed(claim, "2026-01-05").decide(claim, "simple", "2026-01-05");
        }
        assertThat(desk.owed("USD")).isEqualTo("2.85");
        desk.decide(reversed, "none", "2026-01-06");

        assertThat(desk.owed("USD")).isEqualTo(owed);
        StatementLine line = line(desk.statement("2026-01"), Line.Kind.OUTCOME);
        assertThat(line.grossAmount()).isEqualByComparingTo("2.85");
        assertThat(line.reversedAmount()).isEqualByComparingTo("0.50");
        assertThat(line.net()).isEqualByComparingTo(owed);
    }

    /** A correction that the contract books in the month in which it was learned, while outcomes of the corrected month are still decided. */
    @Test
    void statesBothMonthsOfACorrectionThatIsBookedLater() {
        PaperDesk desk = new PaperDesk(
                Deal.text("", "{simple: {graduated: [{up_to: 1, price: 1.00}, {price: 0.40}]}, complex: 3}"));
        desk.claimed(1, "2026-01-05").claimed(2, "2026-01-06").hold(3, "2026-01-30");
        desk.decide(1, "simple", "2026-01-05").decide(2, "simple", "2026-01-06");
        desk.decide(1, "none", "2026-02-01", "2026-02").decide(3, "simple", "2026-02-02");

        BigDecimal january = desk.statement("2026-01").total();
        BigDecimal february = desk.statement("2026-02").total();
        assertThat(january.add(february)).as("two outcomes remain").isEqualByComparingTo("1.40");
        assertThat(desk.owed("USD")).isEqualTo("1.4");
    }

    @Test
    void reratesOutOfTheGrantBeforeAnythingIsOwed() {
        PaperDesk desk = new PaperDesk(Deal.text(
                CREDITS
                        + "  - {id: plan, clause: \"OF 5\", category: plan, amount: 100, every: month, expires: end_of_month}\n",
                "{simple: {graduated: [{up_to: 1, price: 4}, {price: 10}]}, complex: 3}"));
        desk.claimed(1, "2026-01-05").claimed(2, "2026-01-06");
        desk.decide(1, "simple", "2026-01-05").decide(2, "simple", "2026-01-06");
        assertThat(desk.left("plan/2026-01")).isEqualTo("86");

        desk.decide(2, "none", "2026-01-07");
        assertThat(desk.left("plan/2026-01")).isEqualTo("96");
        desk.decide(2, "simple", "2026-01-08").decide(1, "none", "2026-01-09");
        assertThat(desk.left("plan/2026-01")).isEqualTo("96");
        assertThat(desk.owed("nw-credit")).isEqualTo("0");
    }

    @Test
    void chargesTheInteractionFeeWhateverTheVerdict() {
        PaperDesk desk = new PaperDesk(
                Deal.text("", "{simple: 0.90, complex: 2.49}")
                        .replace(
                                "price:\n",
                                "price:\n      interaction_fees: [{id: ticket, clause: \"OF 3\", amount: 0.36, unless: [test_traffic]}]\n"));
        desk.claimed(1, "2026-01-05").claimed(2, "2026-01-06");
        desk.decide(1, "simple", "2026-01-05").decide(2, "none", "2026-01-06");
        assertThat(desk.owed("USD")).isEqualTo("1.62"); // 0.90 + 2 × 0.36

        desk.decide(1, "none", "2026-01-07");
        assertThat(desk.owed("USD")).isEqualTo("0.72");
    }

    @Test
    void accountsForEveryCreditOfAMonth() {
        PaperDesk desk = rolling(6).hold(1, "2026-01-05").hold(2, "2026-01-30").decide(1, "simple", "2026-01-08");
        desk.advance("2026-02-01");

        CreditLine january = desk.statement("2026-01").credits().getFirst();
        assertThat(january)
                .extracting(
                        CreditLine::opened,
                        CreditLine::granted,
                        CreditLine::used,
                        CreditLine::rolledOut,
                        CreditLine::expired,
                        CreditLine::left,
                        CreditLine::held)
                .usingElementComparator((one, other) -> ((BigDecimal) one).compareTo((BigDecimal) other))
                .containsExactly(
                        number("0"), number("10"), number("2"), number("3"), number("0"), number("5"), number("5"));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static StatementLine line(Statement statement, Line.Kind kind) {
        return statement.lines().stream()
                .filter(line -> line.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
