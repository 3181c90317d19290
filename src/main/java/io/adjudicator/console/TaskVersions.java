package io.adjudicator.console;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.TaskId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.review.TaskVersion;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** Tasks as forms name them: {@code id@version}, so that nobody decides on what somebody else has changed meanwhile. */
final class TaskVersions {

    private TaskVersions() {}

    /** All that a form names under {@code task}, once each. */
    static List<TaskVersion> of(MultiValueMap<String, String> form) {
        List<TaskVersion> seen = Optional.ofNullable(form.get("task")).orElse(List.of()).stream()
                .distinct()
                .map(TaskVersions::read)
                .toList();
        if (seen.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, "missing_field", "/task", "expected at least one task");
        }
        return seen;
    }

    static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    /** The case of a task stands in front of its id. */
    static CaseId caseOf(String taskId) {
        int end = taskId.indexOf('.');
        return caseId(end < 0 ? taskId : taskId.substring(0, end));
    }

    static CaseId caseId(String text) {
        try {
            return new CaseId(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(Refused.Kind.NOT_FOUND, "unknown_case", "", "There is no case " + text + ".");
        }
    }

    static Refused unknown(String taskId) {
        return new Refused(Refused.Kind.NOT_FOUND, "unknown_task", "", "There is no task " + taskId + ".");
    }

    private static TaskVersion read(String seen) {
        int at = seen.lastIndexOf('@');
        if (at < 0) {
            throw unknown(seen);
        }
        return new TaskVersion(new TaskId(seen.substring(0, at)), version(seen.substring(at + 1)));
    }
}
