package io.adjudicator.casework;

/**
 * What a waiting process has to be told.
 *
 * @param key names the signal, so that a repeat is known as one
 */
public record CaseSignal(long key, CaseId caseId, String message) {

    /** Something came that the case waited for. */
    public static final String EVIDENCE_ADDED = "evidence-added";

    /** Nobody needs the case any more. */
    public static final String WITHDRAWN = "withdrawn";
}
