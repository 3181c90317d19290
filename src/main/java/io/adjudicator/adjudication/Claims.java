package io.adjudicator.adjudication;

import io.adjudicator.intake.Register;
import io.adjudicator.intake.StoredClaim;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds claims and what stands of them. */
@Service
public class Claims {

    private final Register register;
    private final Decisions decisions;
    private final ClaimListStore store;

    Claims(Register register, Decisions decisions, ClaimListStore store) {
        this.register = register;
        this.decisions = decisions;
        this.store = store;
    }

    /** Everything on record about one claim, as one consistent picture. */
    @Transactional(readOnly = true)
    public Optional<ClaimDossier> dossier(String outcomeId) {
        return register.claim(outcomeId).map(this::dossier);
    }

    private ClaimDossier dossier(StoredClaim claim) {
        List<StoredDecision> made = decisions.ofClaim(claim.claimKey());
        return new ClaimDossier(
                claim,
                made.isEmpty() ? ClaimState.OPEN : made.getLast().verdict(),
                register.evidenceOf(List.of(claim.sessionKey())),
                store.openUntil(claim.claimKey()),
                made);
    }

    /** The next page of claims behind a cursor, in the order of occurredAt; at most {@code limit}. */
    public List<ClaimSummary> list(ClaimFilter filter, ClaimCursor after, int limit) {
        return store.list(filter, after, limit);
    }
}
