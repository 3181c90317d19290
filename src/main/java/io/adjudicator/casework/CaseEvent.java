package io.adjudicator.casework;

import io.adjudicator.access.Actor;
import java.time.Instant;
import java.util.Map;

/**
 * One line of a case's timeline.
 *
 * @param actor the id of who did it, {@code key:…} or {@code user:…}; {@link #SYSTEM} where nobody did
 * @param what a word such as {@code task_claimed}
 * @param text a reason or message in somebody's own words; empty where there is none
 * @param details ids, amounts and instants by name
 */
public record CaseEvent(
        Instant at, String actor, String actorName, String what, String text, Map<String, String> details) {

    public static final String SYSTEM = "system";

    public CaseEvent {
        details = Map.copyOf(details);
    }

    public static CaseEvent by(Actor actor, Instant at, String what, String text, Map<String, String> details) {
        return new CaseEvent(at, actor.id(), actor.name(), what, text, details);
    }

    /** What time or a contract did, and no person. */
    public static CaseEvent bySystem(Instant at, String what, Map<String, String> details) {
        return new CaseEvent(at, SYSTEM, "adjudicator", what, "", details);
    }
}
