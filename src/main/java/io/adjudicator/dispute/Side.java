package io.adjudicator.dispute;

import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.contract.EvidenceGrade;
import java.util.Locale;

/** Who says something in a dispute. */
public enum Side {
    VENDOR,
    CUSTOMER;

    static Side of(Actor actor) {
        return actor.role() == Role.CUSTOMER ? CUSTOMER : VENDOR;
    }

    /** What each side's own word is worth. */
    EvidenceGrade grade() {
        return this == CUSTOMER ? EvidenceGrade.AFFECTED_PARTY : EvidenceGrade.SELF_ATTESTED;
    }

    /** In JSON and timelines. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
