package io.adjudicator.ledger;

import io.adjudicator.contract.ContractVersion;
import java.time.Instant;
import java.util.Comparator;

/** Something that happened to a claim and is to be booked: its window opened, or it was decided. */
public sealed interface Booked permits Hold, Charge {

    /** By time; what happens at one instant in the order of outcome ids, which does not depend on who was received first. */
    Comparator<Booked> IN_TIME = Comparator.comparing(Booked::at).thenComparing(Booked::outcome);

    /** Key of the claim, the same in every entry about it. */
    long claim();

    /** Id of the outcome. */
    String outcome();

    ContractVersion contract();

    /** When the claim occurred, or the decision's point of view. */
    Instant at();
}
