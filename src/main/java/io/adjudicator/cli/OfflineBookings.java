package io.adjudicator.cli;

import io.adjudicator.adjudication.Issued;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Members;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.report.ReportLine;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report lines of a session's decisions: for each claim one in every month in which something of it was booked. */
final class OfflineBookings {

    /** A line and the billing month that it belongs to. */
    record Booked(YearMonth month, ReportLine line) {}

    /** A month's decisions on one claim: the change that they made together, told by the last of them. */
    private record Change(int firstNumber, Issued last, Amount amount) {}

    private OfflineBookings() {}

    static List<Booked> of(List<Issued> issued) {
        Map<SourceId, List<Issued>> byClaim = new LinkedHashMap<>();
        issued.forEach(one -> byClaim.computeIfAbsent(one.claim().identity(), key -> new ArrayList<>())
                .add(one));
        List<Booked> booked = new ArrayList<>();
        byClaim.values()
                .forEach(ofClaim ->
                        changes(ofClaim).forEach((month, change) -> booked.add(new Booked(month, line(change)))));
        return booked;
    }

    private static Map<YearMonth, Change> changes(List<Issued> ofClaim) {
        Map<YearMonth, Change> byMonth = new TreeMap<>();
        Amount before = Amount.zero(ofClaim.getFirst().decision().unit());
        for (Issued one : ofClaim) {
            Amount change = one.decision().amount().minus(before);
            byMonth.merge(
                    one.bookedIn(),
                    new Change(one.number(), one, change),
                    (earlier, later) -> new Change(
                            earlier.firstNumber(),
                            later.last(),
                            earlier.amount().plus(later.amount())));
            before = one.decision().amount();
        }
        return byMonth;
    }

    private static ReportLine line(Change change) {
        return ReportLine.decided(
                change.last().claim(),
                new Members(change.last().decision().canonical()),
                change.firstNumber() == 1 ? ReportLine.Entry.OUTCOME : ReportLine.Entry.ADJUSTMENT,
                change.amount());
    }
}
