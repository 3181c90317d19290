package io.adjudicator.contract;

/** Who attested an observation, weakest first. */
public enum EvidenceGrade {
    SELF_ATTESTED,
    AFFECTED_PARTY,
    THIRD_PARTY_CORROBORATED;

    public boolean atLeast(EvidenceGrade minimum) {
        return compareTo(minimum) >= 0;
    }
}
