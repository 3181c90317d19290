package io.adjudicator.notice;

import io.adjudicator.dispute.DisputeChanged;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces how disputes go. */
@Component
class DisputeNotices {

    private final Notices notices;

    DisputeNotices(Notices notices) {
        this.notices = notices;
    }

    /** A dispute may come back to a state, so the time belongs to what is told. */
    @EventListener
    void announce(DisputeChanged changed) {
        notices.announce(List.of(new Notice(
                NoticeType.DISPUTE_CHANGED,
                changed.customer(),
                changed.id() + "/" + changed.state() + "/" + changed.at(),
                changed.at(),
                Map.of(
                        "disputeId", changed.id().value(),
                        "customer", changed.customer().value(),
                        "state", changed.state().name()))));
    }
}
