package io.adjudicator.credit;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of a credit's process. An approved goodwill credit is granted; an approved credit of a dispute is left to the dispute, which
 * rules in the same transaction in which it notes the posting.
 */
@Component
class PostCredit implements Step {

    private final CreditStore store;
    private final Goodwill goodwill;
    private final InstantSource clock;

    PostCredit(CreditStore store, Goodwill goodwill, InstantSource clock) {
        this.store = store;
        this.goodwill = goodwill;
        this.clock = clock;
    }

    @Override
    public String job() {
        return "credit.post";
    }

    @Override
    @Transactional
    public Map<String, Object> run(CaseId id) {
        store.lock(id);
        CreditReview review = store.find(id)
                .orElseThrow(() -> new IllegalStateException("expected a credit, but " + id + " is none"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (review.state()) {
            case APPROVED -> {
                if (review.kind() == CreditKind.GOODWILL) {
                    goodwill.grant(review, now);
                }
            }
            case REQUESTED ->
                throw new IllegalStateException("expected credit " + id + " to be decided, but it is not");
            case REJECTED, WITHDRAWN, POSTED -> {}
        }
        return Map.of("next", "done");
    }
}
