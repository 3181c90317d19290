package io.adjudicator.dispute;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.FourEyes;
import org.springframework.stereotype.Component;

/** Who raised a dispute, or ruled on its outcomes before. */
@Component
class DisputeParts implements FourEyes {

    private final DisputeReadStore store;

    DisputeParts(DisputeReadStore store) {
        this.store = store;
    }

    @Override
    public boolean hasPart(CaseId id, String actor) {
        return store.find(id)
                .filter(dispute -> DisputeLaw.hasPart(dispute, actor))
                .isPresent();
    }
}
