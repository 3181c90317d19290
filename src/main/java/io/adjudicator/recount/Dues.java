package io.adjudicator.recount;

import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.rating.Price;
import io.adjudicator.rating.Tariff;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each claim is due: its outcome, if billable, at what it adds to its month's count, and the fees of the interaction. Which of a
 * month's outcomes is dearer follows the order of their claims; what they come to together does not.
 */
final class Dues {

    private record Meter(Digest contract, OutcomeType type, String line, YearMonth month) {}

    private final Map<Meter, Long> counts = new HashMap<>();
    private final Map<SourceId, Amount> dues = new HashMap<>();

    private Dues() {}

    static Map<SourceId, Amount> of(List<Decided> all) {
        Dues dues = new Dues();
        all.stream().sorted(Decided.BY_TIME).forEach(dues::add);
        return dues.dues;
    }

    private void add(Decided decided) {
        Amount fees = decided.decision().fees();
        dues.put(
                decided.identity(),
                decided.decision()
                        .judgement()
                        .price()
                        .filter(price -> decided.isBillable())
                        .map(price -> next(decided, price).plus(fees))
                        .orElse(fees));
    }

    private Amount next(Decided decided, Price price) {
        if (price.rate() instanceof RateTerms.Flat || price.rate() instanceof RateTerms.Share) {
            return price.amount();
        }
        Meter meter = new Meter(
                decided.decision().file().contract(), decided.decision().terms().type(), price.line(), decided.month());
        long before = counts.merge(meter, 1L, Long::sum) - 1;
        return new Amount(Tariff.next(price.rate(), before), decided.decision().unit());
    }
}
