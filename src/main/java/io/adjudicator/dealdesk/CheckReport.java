package io.adjudicator.dealdesk;

import io.adjudicator.kernel.Fault;
import io.adjudicator.lint.OpenDecision;
import java.util.List;

/**
 * What the check of one customer's folder found.
 *
 * @param warnings what is allowed and seldom meant
 * @param notes what is often meant and good to know
 * @param cases how many agreed cases were decided
 * @param leftOpen for each version without fault the decisions that it does not take
 */
public record CheckReport(
        String customer,
        int versions,
        int cases,
        List<Fault> faults,
        List<Fault> warnings,
        List<Fault> notes,
        List<LeftOpen> leftOpen) {

    public CheckReport {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
        leftOpen = List.copyOf(leftOpen);
    }

    /** The decisions that one version does not take. */
    public record LeftOpen(int version, List<OpenDecision> decisions) {
        public LeftOpen {
            decisions = List.copyOf(decisions);
        }
    }
}
