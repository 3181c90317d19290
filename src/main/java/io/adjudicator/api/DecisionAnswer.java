package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.adjudication.Effect;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.credit.CreditReview;
import io.adjudicator.dispute.Dispute;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** What a decided task's case came to: the outcome's effects, the dispute, or the credit. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(
        name = "TaskDecided",
        description = "What the decided task's case came to: the outcome's effects, the dispute, or the credit.")
record DecisionAnswer(
        Optional<List<EffectView>> effects, Optional<DisputeView> dispute, Optional<CreditReviewView> credit) {

    static DecisionAnswer ofEffects(List<Effect> effects) {
        return new DecisionAnswer(
                Optional.of(effects.stream().map(EffectView::of).toList()), Optional.empty(), Optional.empty());
    }

    static DecisionAnswer ofDispute(Dispute dispute, List<CaseEvent> timeline) {
        return new DecisionAnswer(Optional.empty(), Optional.of(DisputeView.of(dispute, timeline)), Optional.empty());
    }

    static DecisionAnswer ofCredit(CreditReview credit) {
        return new DecisionAnswer(Optional.empty(), Optional.empty(), Optional.of(CreditReviewView.of(credit)));
    }
}
