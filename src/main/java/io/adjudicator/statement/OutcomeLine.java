package io.adjudicator.statement;

import io.adjudicator.contract.CommercialTerms;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.PriceTerms.InteractionFee;
import io.adjudicator.contract.PriceTerms.TableRow;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.ledger.EntryKind;
import io.adjudicator.ledger.Line;
import io.adjudicator.ledger.PostingSum;
import io.adjudicator.rating.Tariff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A line of outcomes or interaction fees. Where the price depends on the count, gross is the price of all that were charged and reversed what the
 * price shrank by: neither depends on the order in which they were decided.
 */
final class OutcomeLine {

    /** Digits after the point of a price. */
    private static final int FINEST = 6;

    private final CommercialTerms commercial;
    private final YearMonth period;
    private final List<PostingSum> sums;
    private final Line line;
    private final Unit unit;
    private final OutcomeTerms terms;

    /** @param sums of one line and unit; never empty */
    OutcomeLine(Agreement agreement, CommercialTerms commercial, YearMonth period, List<PostingSum> sums) {
        this.commercial = commercial;
        this.period = period;
        this.sums = sums;
        this.line = sums.getFirst().line().orElseThrow();
        this.unit = sums.getFirst().amount().unit();
        this.terms = agreement
                .version(line.contractVersion())
                .terms(line.outcomeType().orElseThrow())
                .orElseThrow();
    }

    StatementLine line() {
        long gross = quantity(EntryKind.CHARGED);
        long reversed = -quantity(EntryKind.REVERSED);
        BigDecimal net =
                number(EntryKind.CHARGED).add(number(EntryKind.REVERSED)).add(number(EntryKind.RERATED));
        BigDecimal grossAmount = rate().filter(_ -> line.countsIn().equals(period))
                .filter(rate -> agrees(rate, gross - reversed, net))
                .map(rate -> Tariff.of(rate, gross))
                .orElse(number(EntryKind.CHARGED));
        return new StatementLine(
                LineKey.of(line),
                line.kind(),
                line.contractVersion(),
                line.outcomeType().map(Object::toString),
                line.name(),
                description(),
                clause(),
                line.countsIn().toString(),
                line.free(),
                gross,
                reversed,
                grossAmount,
                grossAmount.subtract(net),
                net,
                unit.code(),
                working(gross - reversed, net, grossAmount),
                due(net));
    }

    /** Not where a decision of this month was corrected in a later one while this was open: only both months together cost what the count says. */
    private static boolean agrees(RateTerms rate, long count, BigDecimal net) {
        return count >= 0 && Tariff.of(rate, count).compareTo(net) == 0;
    }

    private BigDecimal due(BigDecimal net) {
        boolean money = commercial.currency().filter(unit::equals).isPresent();
        if (!money || isFree()) {
            return BigDecimal.ZERO;
        }
        return net.setScale(unit.statementScale(), commercial.rounding());
    }

    private boolean isFree() {
        return line.free().isPresent();
    }

    private String description() {
        String what = line.kind() == Line.Kind.INTERACTION_FEE
                ? "Interaction fee " + line.name()
                : line.outcomeType().orElseThrow() + ", " + line.name();
        String earlier = line.countsIn().equals(period) ? "" : ", from " + line.countsIn();
        return what
                + earlier
                + line.free().map(why -> ", free: " + why.replace('_', ' ')).orElse("");
    }

    private String working(long count, BigDecimal net, BigDecimal grossAmount) {
        Optional<RateTerms> counted = rate().filter(rate -> line.countsIn().equals(period) && agrees(rate, count, net));
        if (counted.isPresent()) {
            return Tariff.working(counted.get(), count);
        }
        if (count == 0) {
            return new Amount(grossAmount, unit).plain() + " − " + new Amount(grossAmount.subtract(net), unit).plain();
        }
        BigDecimal number = BigDecimal.valueOf(count);
        BigDecimal each = net.divide(number, FINEST, RoundingMode.HALF_UP);
        return each.multiply(number).compareTo(net) == 0
                ? count + " × " + new Amount(each, unit).plain()
                : count + " outcomes at prices of their own";
    }

    /** Of a line whose price depends on the month's count. */
    private Optional<RateTerms> rate() {
        return isFree() || line.kind() != Line.Kind.OUTCOME
                ? Optional.empty()
                : terms.price().rate(line.name()).filter(RateTerms::byCount);
    }

    private String clause() {
        if (line.kind() == Line.Kind.INTERACTION_FEE) {
            return terms.price().fees().stream()
                    .filter(fee -> fee.id().equals(line.name()))
                    .map(InteractionFee::clause)
                    .findFirst()
                    .orElseGet(terms.price()::clause);
        }
        return terms.price().table().stream()
                .filter(row -> row.id().equals(line.name()))
                .map(TableRow::clause)
                .findFirst()
                .orElseGet(terms.price()::clause);
    }

    private long quantity(EntryKind kind) {
        return of(kind).stream().mapToLong(PostingSum::quantity).sum();
    }

    /** What was charged is a credit on the journal, and a positive amount here. */
    private BigDecimal number(EntryKind kind) {
        return of(kind).stream().map(sum -> sum.number().negate()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<PostingSum> of(EntryKind kind) {
        return sums.stream().filter(sum -> sum.kind() == kind).toList();
    }
}
