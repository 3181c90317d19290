package io.adjudicator.statement;

import io.adjudicator.contract.CommercialTerms;
import io.adjudicator.contract.CommercialTerms.Every;
import io.adjudicator.contract.CommercialTerms.Fee;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Unit;
import io.adjudicator.ledger.Account;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.ledger.Line;
import io.adjudicator.ledger.PeriodBooks;
import io.adjudicator.ledger.PostingSum;
import io.adjudicator.rating.Tariff;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is due once a period whatever its outcomes, or on all of them together. Once the contract has ended, only what outcomes still add is due: credits
 * beyond the grants, but no fee, minimum or commitment.
 */
final class PeriodLines {

    private final Agreement agreement;
    private final ContractVersion version;
    private final CommercialTerms terms;
    private final YearMonth period;
    private final PeriodBooks books;
    private final boolean inForce;

    /** @param version by which the month's statement is written */
    PeriodLines(Agreement agreement, ContractVersion version, YearMonth period, PeriodBooks books) {
        this.agreement = agreement;
        this.version = version;
        this.terms = version.commercial();
        this.period = period;
        this.books = books;
        this.inForce = agreement.governing(period).isPresent();
    }

    /** Nothing is asked for in a month in which outcomes are still free; from the first whole month on it is. */
    private boolean minimaAreDue() {
        return inForce
                && terms.billingStarts()
                        .filter(start ->
                                Period.ofMonth(period, version.zone()).from().isBefore(start))
                        .isEmpty();
    }

    /** What was committed in this month and not used, for every version that was in force in it. */
    List<StatementLine> commitments() {
        List<StatementLine> lines = new ArrayList<>();
        if (!minimaAreDue()) {
            return lines;
        }
        for (OutcomeTerms outcome : version.outcomes().values()) {
            if (!terms.charges(outcome.type())) {
                continue;
            }
            outcome.price().perOutcome().forEach((tier, rate) -> {
                long used = counted(tier, outcome.type().value());
                BigDecimal shortfall = Tariff.shortfall(rate, used);
                if (shortfall.signum() > 0) {
                    lines.add(once(
                            new Line(
                                    Line.Kind.COMMITMENT,
                                    version.version(),
                                    Optional.of(outcome.type()),
                                    tier,
                                    period,
                                    Optional.empty()),
                            "Committed and not used",
                            outcome.price().clause(),
                            shortfall,
                            used + " used; " + Tariff.describe(rate)));
                }
            });
        }
        return lines;
    }

    private long counted(String name, String type) {
        return books.sums().stream()
                .filter(sum -> sum.line()
                        .filter(line -> line.kind() == Line.Kind.OUTCOME
                                && line.free().isEmpty()
                                && line.name().equals(name)
                                && line.countsIn().equals(period)
                                && line.outcomeType()
                                        .filter(of -> of.value().equals(type))
                                        .isPresent())
                        .isPresent())
                .mapToLong(PostingSum::quantity)
                .sum();
    }

    /** Credits that no grant covered, in money: a line for each credit unit that the customer's versions have. */
    List<StatementLine> overages() {
        return owedCredits().entrySet().stream()
                .filter(owed -> owed.getValue().signum() != 0)
                .flatMap(owed -> agreement.pricing(owed.getKey(), version).stream()
                        .map(priced -> overage(priced, owed.getValue())))
                .toList();
    }

    /** Credits that no grant covered, and that no version of the contract puts a price on: nothing is due for them. */
    List<Amount> unpriced() {
        return owedCredits().entrySet().stream()
                .filter(owed -> owed.getValue().signum() != 0
                        && agreement.pricing(owed.getKey(), version).isEmpty())
                .map(owed -> new Amount(owed.getValue(), owed.getKey()))
                .toList();
    }

    private SortedMap<Unit, BigDecimal> owedCredits() {
        SortedMap<Unit, BigDecimal> owed = new TreeMap<>(Comparator.comparing(Unit::code));
        books.sums().stream()
                .filter(sum -> sum.account() == Account.RECEIVABLE
                        && !sum.amount().unit().isCurrency())
                .forEach(sum -> owed.merge(sum.amount().unit(), sum.number(), BigDecimal::add));
        return owed;
    }

    private StatementLine overage(ContractVersion priced, BigDecimal credits) {
        CommercialTerms money = priced.commercial();
        BigDecimal price = money.overage()
                .map(CommercialTerms.Overage::price)
                .orElseGet(() -> money.conversion().orElseThrow().worth());
        String clause = money.overage()
                .map(CommercialTerms.Overage::clause)
                .orElseGet(() -> money.conversion().orElseThrow().clause());
        return once(
                new Line(Line.Kind.OVERAGE, priced.version(), Optional.empty(), "overage", period, Optional.empty()),
                "Credits beyond the grants",
                clause,
                credits.multiply(price),
                Exact.plain(credits).toPlainString() + " " + priced.unit() + " × " + price.toPlainString());
    }

    Optional<StatementLine> maximum(BigDecimal outcomes) {
        return terms.maximum()
                .filter(_ -> inForce)
                .filter(most -> outcomes.compareTo(most.amount()) > 0)
                .map(most -> once(
                        line(Line.Kind.MAXIMUM, "maximum"),
                        "Above the month's maximum",
                        most.clause(),
                        most.amount().subtract(outcomes),
                        "at most " + most.amount().toPlainString() + ", outcomes came to " + outcomes.toPlainString()));
    }

    Optional<StatementLine> minimum(BigDecimal earlierInYear, BigDecimal outcomes) {
        return terms.minimum()
                .filter(_ -> minimaAreDue())
                .filter(this::minimumIsDue)
                .flatMap(least -> {
                    BigDecimal reached = least.every() == Every.YEAR ? earlierInYear.add(outcomes) : outcomes;
                    BigDecimal missing = least.amount().subtract(reached);
                    return missing.signum() <= 0
                            ? Optional.empty()
                            : Optional.of(once(
                                    line(Line.Kind.MINIMUM, "minimum"),
                                    least.every() == Every.YEAR
                                            ? "Up to the year's minimum"
                                            : "Up to the month's minimum",
                                    least.clause(),
                                    missing,
                                    least.amount().toPlainString() + " − " + reached.toPlainString()));
                });
    }

    /** A year's with its last month, or with the last month of the contract. */
    private boolean minimumIsDue(CommercialTerms.Minimum least) {
        return least.every() != Every.YEAR
                || Agreement.due(Every.YEAR, version, period.plusMonths(1))
                || agreement
                        .governing(period.plusMonths(1))
                        .filter(version::equals)
                        .isEmpty();
    }

    List<StatementLine> fees() {
        List<StatementLine> lines = new ArrayList<>();
        if (!inForce) {
            return lines;
        }
        for (Fee fee : terms.fees()) {
            boolean due = fee.every() == Every.ONCE
                    ? period.equals(Agreement.firstMonth(version)) && firstToAsk(fee)
                    : Agreement.due(fee.every(), version, period);
            if (due) {
                lines.add(once(
                        line(Line.Kind.FEE, fee.id()),
                        fee.name(),
                        fee.clause(),
                        fee.amount(),
                        "every " + fee.every().name().toLowerCase(Locale.ROOT)));
            }
        }
        return lines;
    }

    /** What is due once is due in the first version that names it. */
    private boolean firstToAsk(Fee fee) {
        return agreement.versions().stream()
                .filter(version -> version.commercial().fees().stream()
                        .anyMatch(other -> other.id().equals(fee.id())))
                .findFirst()
                .filter(version::equals)
                .isPresent();
    }

    private Line line(Line.Kind kind, String name) {
        return new Line(kind, version.version(), Optional.empty(), name, period, Optional.empty());
    }

    private StatementLine once(Line line, String description, String clause, BigDecimal amount, String working) {
        return new StatementLine(
                LineKey.of(line),
                line.kind(),
                line.contractVersion(),
                line.outcomeType().map(Object::toString),
                line.name(),
                description,
                clause,
                period.toString(),
                Optional.empty(),
                0,
                0,
                amount,
                BigDecimal.ZERO,
                amount,
                terms.currency().orElseThrow().code(),
                working,
                round(amount));
    }

    private BigDecimal round(BigDecimal amount) {
        return amount.setScale(terms.currency().orElseThrow().statementScale(), terms.rounding());
    }
}
