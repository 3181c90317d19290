package io.adjudicator.casework;

/** Who has a part in a case, by the room that the case belongs to, and so must leave it to somebody else. Each implementation is a bean. */
public interface FourEyes {

    /** False for cases of other rooms. */
    boolean hasPart(CaseId id, String actor);
}
