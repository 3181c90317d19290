package io.adjudicator.statement;

import io.adjudicator.contract.CommercialTerms;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Unit;
import io.adjudicator.ledger.Account;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.ledger.Line;
import io.adjudicator.ledger.PeriodBooks;
import io.adjudicator.ledger.PostingSum;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Works a statement out from a month's journal. Pure: a draft and the final statement are the same function of the same postings. */
public final class Draft {

    private final Agreement agreement;
    private final ContractVersion version;
    private final CommercialTerms terms;
    private final YearMonth period;
    private final PeriodBooks books;
    private final BigDecimal earlierInYear;

    private Draft(
            Agreement agreement,
            ContractVersion version,
            YearMonth period,
            PeriodBooks books,
            BigDecimal earlierInYear) {
        this.agreement = agreement;
        this.version = version;
        this.terms = version.commercial();
        this.period = period;
        this.books = books;
        this.earlierInYear = earlierInYear;
    }

    /**
     * The statement as the journal stands.
     *
     * @param version the version whose fees, minimum and maximum the month has
     * @param books the month's journal, without what closing it posts
     * @param earlierInYear what outcomes came to in the earlier months of the contract year, for an annual minimum
     */
    public static Statement of(
            Agreement agreement,
            ContractVersion version,
            YearMonth period,
            PeriodBooks books,
            BigDecimal earlierInYear) {
        return new Draft(agreement, version, period, books, earlierInYear).statement();
    }

    private Statement statement() {
        List<StatementLine> lines = new ArrayList<>(outcomes());
        PeriodLines once = new PeriodLines(agreement, version, period, books);
        lines.addAll(once.commitments());
        lines.addAll(once.overages());
        once.maximum(sum(lines)).ifPresent(lines::add);
        once.minimum(earlierInYear, sum(lines)).ifPresent(lines::add);
        lines.addAll(once.fees());
        List<CreditLine> credits = Credited.lines(books, terms);
        BigDecimal paid = paidByCredits();
        CustomerId customer = version.customer();
        return new Statement(
                customer.value(),
                period.toString(),
                version.zone().getId(),
                Statement.Status.DRAFT,
                Optional.empty(),
                terms.currency().map(Unit::code),
                lines,
                credits,
                paid,
                held(),
                Notes.of(version, period, lines, once.unpriced()),
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

    private BigDecimal round(BigDecimal amount) {
        return amount.setScale(terms.currency().orElseThrow().statementScale(), terms.rounding());
    }

    private static BigDecimal sum(List<StatementLine> lines) {
        return lines.stream().map(StatementLine::due).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
