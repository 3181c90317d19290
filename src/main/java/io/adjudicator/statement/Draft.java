package io.adjudicator.statement;

import io.adjudicator.contract.CommercialTerms;
import io.adjudicator.contract.CommercialTerms.Every;
import io.adjudicator.contract.CommercialTerms.Fee;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.kernel.CustomerId;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Works a statement out from a month's journal. Pure: a draft and the final statement are the same function of the same postings. */
public final class Draft {

    private final Agreement agreement;
    private final ContractVersion governing;
    private final CommercialTerms terms;
    private final YearMonth period;
    private final PeriodBooks books;
    private final BigDecimal earlierInYear;

    private Draft(
            Agreement agreement,
            ContractVersion governing,
            YearMonth period,
            PeriodBooks books,
            BigDecimal earlierInYear) {
        this.agreement = agreement;
        this.governing = governing;
        this.terms = governing.commercial();
        this.period = period;
        this.books = books;
        this.earlierInYear = earlierInYear;
    }

    /**
     * The statement as the journal stands.
     *
     * @param governing the version whose fees, minimum and maximum the month has
     * @param books the month's journal, without what closing it posts
     * @param earlierInYear what outcomes came to in the earlier months of the contract year, for an annual minimum
     */
    public static Statement of(
            Agreement agreement,
            ContractVersion governing,
            YearMonth period,
            PeriodBooks books,
            BigDecimal earlierInYear) {
        return new Draft(agreement, governing, period, books, earlierInYear).statement();
    }

    private Statement statement() {
        List<StatementLine> lines = new ArrayList<>(outcomes());
        if (billingHasStarted()) {
            lines.addAll(commitments());
        }
        overage().ifPresent(lines::add);
        maximum(sum(lines)).ifPresent(lines::add);
        if (billingHasStarted()) {
            minimum(sum(lines)).ifPresent(lines::add);
        }
        lines.addAll(fees());
        List<CreditLine> credits = Credited.lines(books, terms);
        BigDecimal paid = paidByCredits();
        CustomerId customer = governing.customer();
        return new Statement(
                customer.value(),
                period.toString(),
                governing.zone().getId(),
                Statement.Status.DRAFT,
                Optional.empty(),
                terms.currency().map(Unit::code),
                lines,
                credits,
                paid,
                held(),
                Notes.of(governing, period, lines),
                sum(lines).subtract(paid));
    }

    private List<StatementLine> outcomes() {
        Map<String, List<PostingSum>> byLine = books.sums().stream()
                .filter(sum -> sum.line()
                        .filter(line -> line.kind() == Line.Kind.OUTCOME || line.kind() == Line.Kind.INTERACTION_FEE)
                        .isPresent())
                .collect(Collectors.groupingBy(
                        sum -> LineKey.of(sum.line().orElseThrow())
                                + sum.amount().unit(),
                        TreeMap::new,
                        Collectors.toList()));
        return byLine.values().stream()
                .map(sums -> new OutcomeLine(agreement, terms, period, sums).line())
                .sorted(Comparator.comparing(StatementLine::period)
                        .reversed()
                        .thenComparingInt(StatementLine::contractVersion)
                        .thenComparing(StatementLine::kind)
                        .thenComparing(StatementLine::key))
                .toList();
    }

    /** Nothing is asked for in a month in which outcomes are still free; from the first whole month on it is. */
    private boolean billingHasStarted() {
        return terms.billingStarts()
                .filter(start -> Period.ofMonth(period, governing.zone()).from().isBefore(start))
                .isEmpty();
    }

    /** What was committed in this month and not used, for every version that was in force in it. */
    private List<StatementLine> commitments() {
        List<StatementLine> lines = new ArrayList<>();
        for (OutcomeTerms outcome : governing.outcomes().values()) {
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
                                    governing.version(),
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

    /** Credits that no grant covered, in money. */
    private Optional<StatementLine> overage() {
        BigDecimal credits = receivable(governing.unit());
        if (governing.unit().isCurrency() || terms.currency().isEmpty() || credits.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal price = terms.overage()
                .map(CommercialTerms.Overage::price)
                .orElseGet(() -> terms.conversion().orElseThrow().worth());
        String clause = terms.overage()
                .map(CommercialTerms.Overage::clause)
                .orElseGet(() -> terms.conversion().orElseThrow().clause());
        return Optional.of(once(
                line(Line.Kind.OVERAGE, "overage"),
                "Credits beyond the grants",
                clause,
                credits.multiply(price),
                Exact.plain(credits).toPlainString() + " " + governing.unit() + " × " + price.toPlainString()));
    }

    private BigDecimal receivable(Unit unit) {
        return books.sums().stream()
                .filter(sum -> sum.account() == Account.RECEIVABLE
                        && sum.amount().unit().equals(unit))
                .map(PostingSum::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<StatementLine> maximum(BigDecimal outcomes) {
        return terms.maximum()
                .filter(most -> outcomes.compareTo(most.amount()) > 0)
                .map(most -> once(
                        line(Line.Kind.MAXIMUM, "maximum"),
                        "Above the month's maximum",
                        most.clause(),
                        most.amount().subtract(outcomes),
                        "at most " + most.amount().toPlainString() + ", outcomes came to " + outcomes.toPlainString()));
    }

    private Optional<StatementLine> minimum(BigDecimal outcomes) {
        return terms.minimum().filter(this::minimumIsDue).flatMap(least -> {
            BigDecimal reached = least.every() == Every.YEAR ? earlierInYear.add(outcomes) : outcomes;
            BigDecimal missing = least.amount().subtract(reached);
            return missing.signum() <= 0
                    ? Optional.empty()
                    : Optional.of(once(
                            line(Line.Kind.MINIMUM, "minimum"),
                            least.every() == Every.YEAR ? "Up to the year's minimum" : "Up to the month's minimum",
                            least.clause(),
                            missing,
                            least.amount().toPlainString() + " − " + reached.toPlainString()));
        });
    }

    /** A year's with its last month, or with the last month of the contract. */
    private boolean minimumIsDue(CommercialTerms.Minimum least) {
        return least.every() != Every.YEAR
                || Agreement.due(Every.YEAR, governing, period.plusMonths(1))
                || agreement
                        .governing(period.plusMonths(1))
                        .filter(governing::equals)
                        .isEmpty();
    }

    private List<StatementLine> fees() {
        List<StatementLine> lines = new ArrayList<>();
        for (Fee fee : terms.fees()) {
            boolean due = fee.every() == Every.ONCE
                    ? period.equals(Agreement.firstMonth(governing)) && firstToAsk(fee)
                    : Agreement.due(fee.every(), governing, period);
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
                .filter(governing::equals)
                .isPresent();
    }

    private BigDecimal paidByCredits() {
        return terms.currency()
                .map(currency -> books.sums().stream()
                        .filter(sum -> sum.amount().unit().equals(currency) && Credited.pays(sum))
                        .map(PostingSum::number)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .map(amount -> round(amount))
                .orElse(BigDecimal.ZERO);
    }

    private List<Statement.Held> held() {
        Map<String, BigDecimal> byUnit = new TreeMap<>();
        books.heldBefore().forEach(held -> byUnit.merge(held.unit().code(), held.number(), BigDecimal::add));
        books.sums().stream()
                .filter(sum -> sum.account() == Account.HELD)
                .forEach(sum -> byUnit.merge(sum.amount().unit().code(), sum.number(), BigDecimal::add));
        return byUnit.entrySet().stream()
                .filter(unit -> unit.getValue().signum() != 0)
                .map(unit -> new Statement.Held(unit.getValue(), unit.getKey()))
                .toList();
    }

    private Line line(Line.Kind kind, String name) {
        return new Line(kind, governing.version(), Optional.empty(), name, period, Optional.empty());
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

    private static BigDecimal sum(List<StatementLine> lines) {
        return lines.stream().map(StatementLine::due).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
