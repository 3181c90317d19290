package io.adjudicator.recount;

import io.adjudicator.adjudication.Decision;

/**
 * A column that the vendor's export leaves empty for a claim.
 *
 * @param word the claim's fact that is therefore unknown
 * @param seenAs the observed fact that tells the same where there is evidence; not seen counts as false there
 */
public record OpenQuestion(String word, String seenAs) {

    /** Whether this contract would take the unknown for a no: it reads the observed fact, and not the export's own word. */
    boolean isTakenForNo(Decision decision) {
        return reads(decision, seenAs) && !reads(decision, word);
    }

    private static boolean reads(Decision decision, String fact) {
        return decision.terms().rules().rules().stream()
                .anyMatch(rule -> rule.facts().contains(fact));
    }
}
