package io.adjudicator.notice;

import io.adjudicator.adjudication.DecisionsIssued;
import io.adjudicator.adjudication.IssuedDecision;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces decisions. */
@Component
class DecisionNotices {

    private final Notices notices;

    DecisionNotices(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void announce(DecisionsIssued issued) {
        notices.announce(
                issued.decisions().stream().map(DecisionNotices::notice).toList());
    }

    private static Notice notice(IssuedDecision decision) {
        boolean first = decision.number() == 1;
        Map<String, Object> content = new HashMap<>(Map.of(
                "outcomeId", decision.outcomeId(),
                "customer", decision.customer().value(),
                "outcomeType", decision.outcomeType().value(),
                "number", decision.number(),
                "verdict", decision.verdict(),
                "amount", decision.amount().plain(),
                "unit", decision.amount().unit().code(),
                "bookedIn", decision.bookedIn().toString()));
        decision.reason().ifPresent(reason -> content.put("reason", reason));
        if (!first) {
            content.put("supersedes", decision.number() - 1);
        }
        return new Notice(
                first ? NoticeType.DECISION_ISSUED : NoticeType.DECISION_SUPERSEDED,
                decision.customer(),
                decision.outcomeId() + "/" + decision.number(),
                decision.issuedAt(),
                content);
    }
}
