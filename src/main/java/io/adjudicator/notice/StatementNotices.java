package io.adjudicator.notice;

import io.adjudicator.statement.StatementClosed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces closed months. */
@Component
class StatementNotices {

    private final Notices notices;

    StatementNotices(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void announce(StatementClosed closed) {
        Map<String, Object> content = new HashMap<>(Map.of(
                "customer", closed.customer().value(), "period", closed.month().toString()));
        closed.due().ifPresent(due -> {
            content.put("due", due.plain());
            content.put("unit", due.unit().code());
        });
        notices.announce(List.of(new Notice(
                NoticeType.STATEMENT_CLOSED,
                closed.customer(),
                closed.customer() + "/" + closed.month(),
                closed.closedAt(),
                content)));
    }
}
