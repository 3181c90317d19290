package io.adjudicator.adjudication;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Members;
import io.adjudicator.rules.RuleSets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Gives back stored decisions, and proves them by replaying. */
@Service
public class Decisions {

    private final DecisionStore store;
    private final Contracts contracts;
    private final RuleSets ruleSets;

    Decisions(DecisionStore store, Contracts contracts, RuleSets ruleSets) {
        this.store = store;
        this.contracts = contracts;
        this.ruleSets = ruleSets;
    }

    /** All decisions of a claim, first to last; the last one stands. */
    public List<StoredDecision> ofClaim(long claimKey) {
        return store.ofClaim(claimKey);
    }

    public Optional<StoredDecision> byKey(long decisionKey) {
        return store.byKey(decisionKey);
    }

    /** Judges the stored case file again, by the contract and rules that are named in it. */
    public Replay replay(StoredDecision stored) {
        CaseFile file = CaseFile.ofCanonical(Members.parse(stored.caseFile()));
        ContractVersion contract = contracts.byDigest(file.contract());
        Adjudication adjudication =
                new Adjudications(ruleSets).under(contract).apply(file.claim().outcomeType());
        String replayed =
                new Decision(file, adjudication.terms(), contract.unit(), adjudication.judge(file)).document();
        return new Replay(
                replayed.equals(stored.document()), Digest.of(stored.document()), Digest.of(replayed), replayed);
    }
}
