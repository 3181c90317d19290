package io.adjudicator.intake;

import io.adjudicator.kernel.Fault;
import java.util.List;

/** How one received record was answered. */
public sealed interface Receipt {

    /** Stored now. {@code name} is the outcome id or evidence id. */
    record Accepted(String name) implements Receipt {}

    /** The same record was here before; nothing changed. */
    record Duplicate(String name) implements Receipt {}

    /** Not stored; the first fault's code names the problem ({@code identity_conflict} for a repeat with other content). */
    record Rejected(List<Fault> faults) implements Receipt {}
}
