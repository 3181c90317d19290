package io.adjudicator.credit;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.FourEyes;
import org.springframework.stereotype.Component;

/** Who asked for a credit, decided on what it answers, or approved it once. */
@Component
class CreditParts implements FourEyes {

    private final CreditStore store;

    CreditParts(CreditStore store) {
        this.store = store;
    }

    @Override
    public boolean hasPart(CaseId id, String actor) {
        return store.find(id).filter(review -> CreditLaw.hasPart(review, actor)).isPresent();
    }
}
