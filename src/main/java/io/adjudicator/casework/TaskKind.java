package io.adjudicator.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import io.adjudicator.access.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is asked to do. The wire name is also the id of the user task in its BPMN process. */
public enum TaskKind {
    DECIDE_FLAGGED_OUTCOME(Role.REVIEWER),
    REVIEW_DISPUTE(Role.REVIEWER),
    APPROVE_CREDIT(Role.FINANCE_ADMIN),
    APPROVE_CREDIT_AGAIN(Role.FINANCE_ADMIN);

    private final Role role;

    TaskKind(Role role) {
        this.role = role;
    }

    /** Whose work it is. */
    public Role role() {
        return role;
    }

    /** Whose work somebody of this role does: a lead stands in for reviewers, but money is approved by finance alone. */
    static Role roleOf(Role actor) {
        return actor == Role.LEAD ? Role.REVIEWER : actor;
    }

    /** In tables, JSON and BPMN: {@code review-dispute}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TaskKind> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findAny();
    }
}
