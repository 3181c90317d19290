package io.adjudicator.statement;

import io.adjudicator.contract.CommercialTerms;
import io.adjudicator.ledger.Account;
import io.adjudicator.ledger.CreditGrant;
import io.adjudicator.ledger.EntryKind;
import io.adjudicator.ledger.GrantOpening;
import io.adjudicator.ledger.PeriodBooks;
import io.adjudicator.ledger.PostingSum;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The credits of a period, grant by grant. */
final class Credited {

    private static final Set<EntryKind> USES = Set.of(EntryKind.CHARGED, EntryKind.REVERSED, EntryKind.RERATED);

    private Credited() {}

    /** Whether these postings on a grant paid for outcomes, or gave back what had paid. Holds move within the grant. */
    static boolean pays(PostingSum sum) {
        return sum.grant().isPresent() && USES.contains(sum.kind());
    }

    static List<CreditLine> lines(PeriodBooks books, CommercialTerms terms) {
        return books.grants().stream()
                .map(grant -> line(grant, books, terms))
                .filter(line -> !isNothing(line))
                .sorted(Comparator.comparing(CreditLine::unit).thenComparing(CreditLine::grant))
                .toList();
    }

    private static boolean isNothing(CreditLine line) {
        return line.opened().signum() == 0
                && line.granted().signum() == 0
                && line.rolledIn().signum() == 0
                && line.used().signum() == 0
                && line.left().signum() == 0;
    }

    private static CreditLine line(GrantOpening grant, PeriodBooks books, CommercialTerms terms) {
        List<PostingSum> sums = books.sums().stream()
                .filter(sum -> sum.grant().filter(key -> key == grant.key()).isPresent())
                .toList();
        BigDecimal used = debits(sums, USES);
        BigDecimal granted = debits(sums, Set.of(EntryKind.GRANTED)).negate();
        BigDecimal left = grant.opened().subtract(debits(sums, Set.of(EntryKind.values())));
        CreditGrant of = grant.grant();
        return new CreditLine(
                of.source(),
                of.category(),
                of.unit().code(),
                of.expiresAt(),
                grant.opened(),
                granted,
                debits(sums, Set.of(EntryKind.ROLLED_IN)).negate(),
                used,
                debits(sums, Set.of(EntryKind.ROLLED_OUT)),
                debits(sums, Set.of(EntryKind.EXPIRED)),
                debits(sums, Set.of(EntryKind.VOIDED)),
                left,
                grant.held()
                        .subtract(debits(
                                sums.stream()
                                        .filter(sum -> sum.account() == Account.GRANT_HELD)
                                        .toList(),
                                Set.of(EntryKind.values()))),
                terms.conversion()
                        .filter(_ -> !of.unit().equals(CreditGrant.FREE_OUTCOME))
                        .map(conversion -> used.multiply(conversion.worth())));
    }

    /** Debits take from a grant. */
    private static BigDecimal debits(List<PostingSum> sums, Set<EntryKind> kinds) {
        return sums.stream()
                .filter(sum -> kinds.contains(sum.kind()))
                .map(PostingSum::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
