package io.adjudicator.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.Unit;
import io.adjudicator.recount.BillLine.State;
import io.adjudicator.recount.Recounted.Result;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conversation desk pays 0.99 USD; what is over, under and settled was worked out by hand. */
class RecountTest {

    private static final Unit USD = new Unit("USD");
    private static final Conversations DESK = Conversations.atOnePrice();
    private static final List<String> KINDS = List.of("resolved", "human", "unaddressed", "unknown");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            kind,        billed,    result,                  over, under, clause
            resolved,    0.99,      agreed,                  0.00, 0.00,  OF 4
            resolved,    -,         billable_not_billed,     0.00, 0.99,  OF 4
            resolved,    1.49,      billed_at_another_price, 0.50, 0.00,  OF 4
            resolved,    0.50,      billed_at_another_price, 0.00, 0.49,  OF 4
            resolved,    0.99 0.99, billed_at_another_price, 0.99, 0.00,  OF 4
            resolved,    0.99 -0.99, billable_not_billed,    0.00, 0.99,  OF 4
            human,       0.99,      billed_not_billable,     0.99, 0.00,  OF 2.2
            human,       2.00,      billed_not_billable,     2.00, 0.00,  OF 2.2
            human,       -,         agreed,                  0.00, 0.00,  OF 2.2
            human,       0.99 -0.99, agreed,                 0.00, 0.00,  OF 2.2
            unaddressed, 0.99,      billed_not_billable,     0.99, 0.00,  OF 2.1
            unknown,     0.99,      not_settled,             0.00, 0.00,  OF 2.2
            unknown,     -,         not_settled,             0.00, 0.00,  OF 2.2
            """, useHeadersInDisplayName = true)
    void comparesAClaimWithItsLines(
            String kind, String billed, String result, String over, String under, String clause) {
        List<BillLine> lines = billed == null
                ? List.of()
                : Arrays.stream(billed.split(" "))
                        .map(amount -> line(1, amount))
                        .toList();
        Recounted line = recount(List.of(DESK.of(1, kind)), lines).getFirst();
        assertThat(line.result().wireName()).isEqualTo(result);
        assertThat(line.over().plain()).isEqualTo(over);
        assertThat(line.under().plain()).isEqualTo(under);
        assertThat(line.ground().clause()).isEqualTo(clause);
        assertThat(line.ground().reason()).isNotBlank();
        assertThat(line.ground().because()).isNotEmpty();
    }

    @Test
    void namesTheMissingFact() {
        Recounted line = recount(List.of(DESK.of(1, "unknown")), List.of(line(1, "0.99")))
                .getFirst();
        assertThat(line.ground().missing()).containsExactly("human_participated");
    }

    @Test
    void countsABillThatSaysNoPriceAtTheContractsPrice() {
        BillLine counted = new BillLine(Optional.empty(), "c-1", State.BILLED, Optional.empty());
        assertThat(recount(List.of(DESK.of(1, "human")), List.of(counted))
                        .getFirst()
                        .over())
                .isEqualTo(usd("0.99"));
        assertThat(recount(List.of(DESK.of(1, "resolved")), List.of(counted))
                        .getFirst()
                        .result())
                .isEqualTo(Result.AGREED);
    }

    @Test
    void takesThePriceThatIsSaidForBillsThatOnlyCount() {
        BillLine counted = new BillLine(Optional.empty(), "c-1", State.BILLED, Optional.empty());
        List<Recounted> lines = Recount.of(
                List.of(DESK.of(1, "resolved")),
                new Bill(List.of(counted)),
                new BilledPrice(Optional.of(new BigDecimal("1.09"))),
                Map.of(),
                USD);
        assertThat(lines.getFirst().over()).isEqualTo(usd("0.10"));
    }

    @Test
    void settlesNothingWhereTheBillIsSilent() {
        BillLine silent = new BillLine(Optional.empty(), "c-1", State.UNKNOWN, Optional.empty());
        for (String kind : KINDS) {
            assertThat(recount(List.of(DESK.of(1, kind)), List.of(silent))
                            .getFirst()
                            .result())
                    .isEqualTo(Result.NOT_SETTLED);
        }
    }

    @Test
    void settlesNothingThatNoRecordTellsOf() {
        Recounted line = recount(List.of(), List.of(line(1, "0.99"))).getFirst();
        assertThat(line.result()).isEqualTo(Result.NOT_SETTLED);
        assertThat(line.billed()).isEqualTo(usd("0.99"));
        assertThat(line.ground().missing()).containsExactly("a record of the claim");
    }

    @Test
    void settlesNothingWhereTwoClaimsShareTheBilledId() {
        List<Decided> two = List.of(DESK.of("desk", 1, "resolved"), DESK.of("phone", 1, "resolved"));
        assertThat(recount(two, List.of(line(1, "0.99"))))
                .extracting(Recounted::result)
                .containsOnly(Result.NOT_SETTLED);
        BillLine ofOne = new BillLine(Optional.of("phone"), "c-1", State.BILLED, Optional.of(new BigDecimal("0.99")));
        assertThat(recount(two, List.of(ofOne)))
                .extracting(Recounted::result)
                .containsExactly(Result.BILLABLE_NOT_BILLED, Result.AGREED);
    }

    @Test
    void takesNoUnknownForANoThatTheContractOnlySees() {
        Decided resolved = DESK.of(1, "resolved");
        OpenQuestion read = new OpenQuestion("human_participated", "asked_for_human");
        OpenQuestion unread = new OpenQuestion("first_contact", "asked_for_human");
        assertThat(read.isTakenForNo(resolved.decision())).isFalse();
        assertThat(unread.isTakenForNo(resolved.decision())).isTrue();
        Recounted line = Recount.of(
                        List.of(resolved),
                        new Bill(List.of(line(1, "0.99"))),
                        new BilledPrice(Optional.empty()),
                        Map.of(resolved.identity(), List.of(unread)),
                        USD)
                .getFirst();
        assertThat(line.result()).isEqualTo(Result.NOT_SETTLED);
        assertThat(line.ground().missing()).containsExactly("first_contact");
    }

    /** 2 × 1.00 + 2 × 0.90 + 1 × 0.80 = 4.60. */
    @Test
    void pricesByTheMonthsCount() {
        Conversations graduated = Conversations.priced(
                "{simple: {graduated: [{up_to: 2, price: 1.00}, {up_to: 4, price: 0.90}, {price: 0.80}]}}", folder);
        List<Decided> five = new ArrayList<>(IntStream.rangeClosed(1, 5)
                .mapToObj(number -> graduated.of(number, "resolved"))
                .toList());
        Collections.shuffle(five, new Random(20260706));
        List<Recounted> lines = recount(five, List.of(line(1, "1.00"), line(2, "1.00"), line(3, "1.00")));
        assertThat(lines)
                .extracting(line -> line.due().plain())
                .containsExactly("1.00", "1.00", "0.90", "0.90", "0.80");
        RecountTotals totals = RecountTotals.of(lines).getFirst();
        assertThat(totals.due().amount()).isEqualTo(usd("4.60"));
        assertThat(totals.over()).isEqualTo(usd("0.10"));
        assertThat(totals.under()).isEqualTo(usd("1.70"));
        assertThat(totals.net()).isEqualTo(usd("-1.60"));
    }

    @Test
    void cannotTellWhatAFreeOutcomeWasBilledAtWherePricesGoByCount() {
        Conversations graduated =
                Conversations.priced("{simple: {graduated: [{up_to: 2, price: 1.00}, {price: 0.80}]}}", folder);
        BillLine counted = new BillLine(Optional.empty(), "c-1", State.BILLED, Optional.empty());
        assertThatThrownBy(() -> recount(List.of(graduated.of(1, "human")), List.of(counted)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("say what each outcome was billed at");
    }

    /** 0.36 for every interaction, and 1.00 more where it is resolved. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            kind,     billed,  result,                  over, under, reason
            resolved, 1.36,    agreed,                  0.00, 0.00,  -
            human,    0.36,    agreed,                  0.00, 0.00,  -
            human,    1.36,    billed_not_billable,     1.00, 0.00,  human_took_part
            human,    counted, billed_not_billable,     1.00, 0.00,  human_took_part
            human,    0.20,    billed_at_another_price, 0.00, 0.16,  another_price
            human,    -,       billable_not_billed,     0.00, 0.36,  fees_of_the_interaction
            resolved, 0.36,    billed_at_another_price, 0.00, 1.00,  another_price
            """, useHeadersInDisplayName = true)
    void keepsFeesOfTheInteractionApart(
            String kind, String billed, String result, String over, String under, String reason) {
        Conversations hybrid = Conversations.priced("""
                {simple: 1.00}
                      interaction_fees:
                        - {id: ticket, clause: "OF 3", amount: 0.36}""", folder);
        Optional<BigDecimal> amount = Optional.ofNullable(billed)
                .filter(text -> !text.equals("counted"))
                .map(BigDecimal::new);
        List<BillLine> lines =
                billed == null ? List.of() : List.of(new BillLine(Optional.empty(), "c-1", State.BILLED, amount));
        Recounted line = recount(List.of(hybrid.of(1, kind)), lines).getFirst();
        assertThat(line.result().wireName()).isEqualTo(result);
        assertThat(line.over().plain()).isEqualTo(over);
        assertThat(line.under().plain()).isEqualTo(under);
        if (reason != null) {
            assertThat(line.ground().reason()).isEqualTo(reason);
        }
    }

    /** By sessions that ended in a table row, which costs more than the tier. */
    @Test
    void takesTheRowOfAPriceTableForABillThatOnlyCounts() {
        Conversations table = Conversations.priced("""
                {simple: 0.99}
                      table:
                        - {id: P-1, clause: "OF 4.2", when: {workflow_type: '"w"'}, price: 9.99}""", folder);
        BillLine counted = new BillLine(Optional.empty(), "c-1", State.BILLED, Optional.empty());
        assertThat(recount(List.of(table.of(1, "human")), List.of(counted))
                        .getFirst()
                        .over())
                .isEqualTo(usd("9.99"));
    }

    @Test
    void findsNothingInTheBillOfItsOwnContract() {
        List<Decided> all = IntStream.range(0, 12)
                .mapToObj(number -> DESK.of(number, KINDS.get(number % 3)))
                .toList();
        assertThat(Recount.of(all, Recount.bill(all), new BilledPrice(Optional.empty()), Map.of(), USD))
                .extracting(Recounted::result)
                .containsOnly(Result.AGREED);
    }

    /** Whatever is billed, in whatever order it comes. */
    @Test
    void addsUpExactly() {
        Random random = new Random(20261122);
        List<Decided> pool = IntStream.range(0, 40)
                .mapToObj(number -> DESK.of(number, KINDS.get(number % KINDS.size())))
                .toList();
        for (int round = 0; round < 200; round++) {
            List<Decided> decided = new ArrayList<>(pool.subList(0, 1 + random.nextInt(pool.size())));
            List<BillLine> lines = new ArrayList<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                lines.add(line(
                        random.nextInt(50),
                        BigDecimal.valueOf(random.nextInt(-99, 250), 2).toPlainString()));
            }
            List<Recounted> once = recount(decided, lines);
            RecountTotals totals = RecountTotals.of(once).getFirst();
            assertThat(totals.billed()
                            .amount()
                            .minus(totals.over())
                            .plus(totals.under())
                            .minus(totals.unsettled().amount()))
                    .isEqualTo(totals.due().amount());
            assertThat(once.stream().filter(line -> line.result() == Result.NOT_SETTLED))
                    .allSatisfy(
                            line -> assertThat(line.over().plus(line.under())).isEqualTo(usd("0.00")));
            Collections.shuffle(decided, random);
            assertThat(recount(decided, lines)).isEqualTo(once);
        }
    }

    private static List<Recounted> recount(List<Decided> decided, List<BillLine> lines) {
        return Recount.of(decided, new Bill(lines), new BilledPrice(Optional.empty()), Map.of(), USD);
    }

    private static BillLine line(int number, String amount) {
        return new BillLine(Optional.empty(), "c-" + number, State.BILLED, Optional.of(new BigDecimal(amount)));
    }

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }
}
