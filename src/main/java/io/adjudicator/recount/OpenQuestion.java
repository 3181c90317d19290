package io.adjudicator.recount;

import io.adjudicator.adjudication.Decision;

/**
 * What a column of a vendor's export tells, or, where its cell is empty, leaves open.
 *
 * @param word the claim's fact, unknown where the cell is empty
 * @param seenAs the observed fact that tells the same where there is evidence; not seen counts as false there
 */
public record OpenQuestion(String word, String seenAs) {

    /** Whether this contract would take the unknown for a no: it reads the observed fact, and not the export's own word. */
    boolean isTakenForNo(Decision decision) {
        return reads(decision, seenAs) && !reads(decision, word);
    }

    /** Whether nothing under this contract depends on the answer. */
    public boolean isIdle(Decision decision) {
        return !reads(decision, seenAs) && !reads(decision, word);
    }

    private static boolean reads(Decision decision, String fact) {
        return decision.terms().rules().rules().stream()
                .anyMatch(rule -> rule.facts().contains(fact));
    }
}
