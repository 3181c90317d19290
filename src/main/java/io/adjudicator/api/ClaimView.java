package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.adjudication.ClaimDossier;
import io.adjudicator.adjudication.ClaimState;
import io.adjudicator.intake.Claim;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything on record about one claim. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Claim", description = "Everything on record about one claim.")
record ClaimView(
        String outcomeId,
        ClaimState state,
        String source,
        String id,
        String customer,
        String outcomeType,
        String session,
        Instant occurredAt,
        Instant sessionStartedAt,
        Instant recordedAt,
        String account,
        String channel,
        String workflowType,
        Optional<String> sourceLink,
        Map<String, Object> facts,
        Optional<Instant> windowOpenUntil,
        List<EvidenceView> evidence,
        List<DecisionView> decisions,
        List<String> explanation) {

    static ClaimView of(ClaimDossier dossier) {
        Claim claim = dossier.claim().claim();
        return new ClaimView(
                claim.outcomeId(),
                dossier.state(),
                claim.identity().source(),
                claim.identity().id(),
                claim.customer().value(),
                claim.outcomeType().value(),
                claim.session(),
                claim.occurredAt(),
                claim.sessionStartedAt(),
                dossier.claim().recordedAt(),
                claim.account(),
                claim.channel(),
                claim.workflowType(),
                claim.sourceLink(),
                claim.facts(),
                dossier.openUntil(),
                dossier.evidence().stream().map(EvidenceView::of).toList(),
                dossier.decisions().stream().map(DecisionView::of).toList(),
                ExplanationView.of(dossier).sentences());
    }
}
