package io.adjudicator.api;

import io.adjudicator.adjudication.Decisions;
import io.adjudicator.adjudication.Replay;
import io.adjudicator.adjudication.StoredDecision;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Members;
import io.adjudicator.kernel.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Proofs of single decisions. */
@RestController
class DecisionController {

    private final Decisions decisions;

    DecisionController(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * A stored case file judged again.
     *
     * @param same whether the document came out byte for byte
     */
    @Schema(name = "Replay", description = "A stored case file judged again by the stored contract and rules.")
    record ReplayView(boolean same, Digest stored, Digest replayed, Map<String, Object> document) {}

    @GetMapping("/v1/decisions/{id}/replay")
    ReplayView replayDecision(@PathVariable String id, Caller caller) {
        StoredDecision decision = key(id).flatMap(decisions::byKey)
                .filter(stored -> caller.maySee(customer(stored)))
                .orElseThrow(() ->
                        new Refused(Refused.Kind.NOT_FOUND, "unknown_decision", "", "expected the id of a decision"));
        Replay replay = decisions.replay(decision);
        return new ReplayView(
                replay.same(),
                replay.stored(),
                replay.replayed(),
                Members.parse(replay.document()).values());
    }

    private static Optional<Long> key(String id) {
        try {
            return Optional.of(Long.valueOf(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static CustomerId customer(StoredDecision decision) {
        return new CustomerId(Members.parse(decision.document()).text("customer"));
    }
}
