package io.adjudicator.report;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one day, status, tier and unit: the smallest piece that its totals and drawings are made of.
 *
 * @param day on which the outcomes occurred, which for adjustments lies in an earlier month
 * @param tier empty where a decision has none
 * @param adjustments count apart, as in the totals
 */
public record Figure(LocalDate day, String status, String tier, long outcomes, long adjustments, Amount amount) {

    static final Comparator<Key> ORDER = Comparator.comparing(Key::day)
            .thenComparing(Key::status)
            .thenComparing(Key::tier)
            .thenComparing(key -> key.unit().code());

    record Key(LocalDate day, String status, String tier, Unit unit) {

        static Key of(ReportLine line, ZoneId zone) {
            return new Key(
                    LocalDate.ofInstant(line.timestamp(), zone),
                    line.status(),
                    line.tier(),
                    line.amount().unit());
        }
    }

    static Figure plus(@Nullable Figure before, Key key, ReportLine line) {
        boolean outcome = line.entry() == ReportLine.Entry.OUTCOME;
        Figure sum = before == null
                ? new Figure(key.day(), key.status(), key.tier(), 0, 0, Amount.zero(key.unit()))
                : before;
        return new Figure(
                sum.day(),
                sum.status(),
                sum.tier(),
                sum.outcomes() + (outcome ? 1 : 0),
                sum.adjustments() + (outcome ? 0 : 1),
                sum.amount().plus(line.amount()));
    }
}
