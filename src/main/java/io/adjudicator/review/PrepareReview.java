package io.adjudicator.review;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Step;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the process of a flagged outcome whether a person still has to decide, and until when. */
@Component
class PrepareReview implements Step {

    private final FlaggedStore store;

    PrepareReview(FlaggedStore store) {
        this.store = store;
    }

    @Override
    public String job() {
        return "review.prepare";
    }

    @Override
    public Map<String, Object> run(CaseId id) {
        FlaggedOutcome flagged = store.find(id)
                .orElseThrow(() -> new IllegalStateException("expected a flagged outcome, but " + id + " is none"));
        return Map.of(
                "next",
                flagged.open() ? "decide" : "done",
                "round",
                1,
                "remindAt",
                flagged.remindAt().toString(),
                "dueAt",
                flagged.dueAt().toString());
    }
}
