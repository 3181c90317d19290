package io.adjudicator.credit;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Step;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where a credit stands, as its process needs it. Which task it asks for follows from the approvals alone. */
abstract class CreditStep implements Step {

    private final CreditStore store;

    CreditStep(CreditStore store) {
        this.store = store;
    }

    /** Before the first approval. */
    @Component
    static class Prepare extends CreditStep {

        Prepare(CreditStore store) {
            super(store);
        }

        @Override
        public String job() {
            return "credit.prepare";
        }

        @Override
        String asks(CreditReview review) {
            return "approve";
        }
    }

    /** After it; or, in a process whose engine came back on an older state, before it. */
    @Component
    static class Proceed extends CreditStep {

        Proceed(CreditStore store) {
            super(store);
        }

        @Override
        public String job() {
            return "credit.proceed";
        }

        @Override
        String asks(CreditReview review) {
            return review.approvals().isEmpty() ? "approve" : "approve-again";
        }
    }

    abstract String asks(CreditReview review);

    @Override
    public Map<String, Object> run(CaseId id) {
        CreditReview review = store.find(id)
                .orElseThrow(() -> new IllegalStateException("expected a credit, but " + id + " is none"));
        String next = switch (review.state()) {
            case REQUESTED -> asks(review);
            case APPROVED -> "post";
            case REJECTED, WITHDRAWN, POSTED -> "done";
        };
        return Map.of(
                "next",
                next,
                "round",
                1,
                "remindAt",
                review.remindAt().toString(),
                "dueAt",
                review.dueAt().toString());
    }
}
