package io.adjudicator.dealdesk;

import io.adjudicator.kernel.Fault;
import java.util.List;

/**
 * What the check of one customer's folder found.
 *
 * @param warnings what is allowed and seldom meant
 * @param cases how many agreed cases were decided
 */
public record CheckReport(String customer, int versions, int cases, List<Fault> faults, List<Fault> warnings) {

    public CheckReport {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }
}
