package io.adjudicator.statement;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Unit;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.ledger.Ledger;
import io.adjudicator.ledger.Ledger.PeriodEnd;
import io.adjudicator.ledger.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What closing a month posts, so that its entries come to its statement: fees, minimum, overage in money, and what rounding changed. */
record Closing(CustomerId customer, YearMonth period, List<PeriodEnd> ends, Optional<Amount> rounding) {

    /** Lines that were posted outcome by outcome. */
    private static final Set<Line.Kind> POSTED = Set.of(Line.Kind.OUTCOME, Line.Kind.INTERACTION_FEE);

    static Closing of(Statement draft, Agreement agreement) {
        List<PeriodEnd> ends = new ArrayList<>();
        BigDecimal rounded = draft.paidExactly().subtract(draft.paidByCredits());
        for (StatementLine line : draft.lines()) {
            if (!POSTED.contains(line.kind())) {
                ends.add(new PeriodEnd(
                        line.line(), new Amount(line.net(), new Unit(line.unit())), credits(line, agreement)));
            }
            if (draft.currency().filter(line.unit()::equals).isPresent()
                    && line.free().isEmpty()) {
                rounded = rounded.add(line.due().subtract(line.net()));
            }
        }
        BigDecimal difference = rounded;
        return new Closing(
                new CustomerId(draft.customer()),
                YearMonth.parse(draft.period()),
                ends,
                draft.currency()
                        .filter(_ -> difference.signum() != 0)
                        .map(currency -> new Amount(difference, new Unit(currency))));
    }

    /** What an overage turns into money. */
    private static Optional<Unit> credits(StatementLine line, Agreement agreement) {
        return line.kind() == Line.Kind.OVERAGE
                ? Optional.of(agreement.version(line.contractVersion()).unit())
                : Optional.empty();
    }

    void post(Ledger ledger, Instant now) {
        ledger.close(customer, period, ends, rounding, now);
    }
}
