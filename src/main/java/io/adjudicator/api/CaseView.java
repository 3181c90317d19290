package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.WorkCase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case with its tasks and its timeline, each the earliest first.
 *
 * @param parent the case that called it
 * @param outcome how it was closed; absent while it is open
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Case", description = "A case with its tasks and all that happened to it, each the earliest first.")
record CaseView(
        String id,
        CaseKind kind,
        String customer,
        String subject,
        Optional<String> parent,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<String> outcome,
        List<TaskView> tasks,
        List<Line> timeline) {

    /**
     * One thing that happened.
     *
     * @param actor who did it, or {@code system}
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "CaseEvent")
    record Line(Instant at, String actor, String actorName, String what, String text, Map<String, String> details) {

        static Line of(CaseEvent event) {
            return new Line(event.at(), event.actor(), event.actorName(), event.what(), event.text(), event.details());
        }
    }

    static CaseView of(WorkCase found, List<Task> tasks, List<CaseEvent> timeline) {
        return new CaseView(
                found.id().value(),
                found.kind(),
                found.customer().value(),
                found.subject(),
                found.parent().map(parent -> parent.value()),
                found.openedAt(),
                found.closedAt(),
                found.outcome(),
                tasks.stream().map(TaskView::of).toList(),
                timeline.stream().map(Line::of).toList());
    }
}
