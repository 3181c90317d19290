package io.adjudicator.intake;

import java.util.List;

/** What this transaction has stored and nobody had sent before. */
public record JustStored(List<StoredClaim> claims, List<StoredEvidence> evidence) {

    public static final JustStored NOTHING = new JustStored(List.of(), List.of());

    public void answer(Receipts receipts) {
        for (StoredClaim stored : claims) {
            receipts.put(stored.claim(), new Receipt.Accepted(stored.claim().outcomeId()));
        }
        for (StoredEvidence stored : evidence) {
            receipts.put(
                    stored.evidence(), new Receipt.Accepted(stored.evidence().evidenceId()));
        }
    }
}
