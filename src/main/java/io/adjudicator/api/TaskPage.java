package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskPlace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A page of tasks, the most urgent first.
 *
 * @param next the cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "A page of tasks, the most urgent first. next is absent on the last one.")
record TaskPage(List<TaskView> tasks, Optional<String> next) {

    /** Of one task more than the page may hold, which tells that there is a next one. */
    static TaskPage of(List<Task> found, int limit) {
        boolean more = found.size() > limit;
        List<Task> page = more ? found.subList(0, limit) : found;
        return new TaskPage(
                page.stream().map(TaskView::of).toList(),
                more ? Optional.of(write(TaskPlace.after(page.getLast()))) : Optional.empty());
    }

    private static String write(TaskPlace place) {
        String text = place.dueAt().map(Instant::toString).orElse("") + " " + place.taskId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws IllegalArgumentException or DateTimeException for what {@link #write} did not write. */
    static TaskPlace place(String cursor) {
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected two parts, but got " + parts.length);
        }
        return new TaskPlace(
                Optional.of(parts[0]).filter(text -> !text.isEmpty()).map(Instant::parse), parts[1]);
    }
}
