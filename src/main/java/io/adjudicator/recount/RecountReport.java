package io.adjudicator.recount;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.recount.Recounted.Result;
import java.util.List;

/**
 * A recount as it is handed over.
 *
 * @param totals one for each unit
 */
public record RecountReport(CustomerId customer, List<Recounted> lines, List<RecountTotals> totals) {

    public static RecountReport of(CustomerId customer, List<Recounted> lines) {
        return new RecountReport(customer, List.copyOf(lines), RecountTotals.of(lines));
    }

    List<Recounted> lines(Result result) {
        return lines.stream().filter(line -> line.result() == result).toList();
    }
}
