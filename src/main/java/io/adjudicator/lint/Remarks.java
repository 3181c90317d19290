package io.adjudicator.lint;

import io.adjudicator.kernel.Fault;
import java.util.List;

/**
 * What is to be said of a version besides its faults.
 *
 * @param warnings what is allowed and seldom meant
 * @param notes what is often meant and good to know
 * @param leavesOpen decisions that the contract does not take, in the guide's order
 */
public record Remarks(List<Fault> warnings, List<Fault> notes, List<OpenDecision> leavesOpen) {

    public Remarks {
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
        leavesOpen = List.copyOf(leavesOpen);
    }
}
