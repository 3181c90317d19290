package io.adjudicator.workflow;

import io.adjudicator.adjudication.Settled;
import io.adjudicator.window.Cohort;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The words that processes/measurement-window.bpmn and this room share. */
final class MeasurementWindowProcess {

    static final String RESOURCE = "processes/measurement-window.bpmn";
    static final String COHORT_OPENED = "cohort opened";
    static final String SETTLE = "window.settle";
    static final String COHORT_ID = "cohortId";
    static final String SETTLES_AT = "settlesAt";

    private static final String OUTCOME = "outcome";

    /** Added while the broker's clock runs ahead of ours, so that its timer does not fire over and over. */
    private static final Duration AHEAD = Duration.ofSeconds(2);

    private MeasurementWindowProcess() {}

    /** A repeat with the same id is refused by the broker; a new generation of the cohort is no repeat. */
    static String messageId(Cohort cohort) {
        return cohort.id() + "#" + cohort.generation();
    }

    static Map<String, Object> opened(Cohort cohort) {
        return Map.of(
                COHORT_ID, cohort.id().value(), SETTLES_AT, cohort.settlesAt().toString());
    }

    /** What the gateway reads; {@code firedFor} is the instant that the timer before this page waited for. */
    static Map<String, Object> settled(Settled page, Instant firedFor) {
        if (page.moreDue()) {
            return Map.of(OUTCOME, "more");
        }
        return page.nextClosesAt()
                .map(next -> Map.<String, Object>of(
                        OUTCOME, "wait", SETTLES_AT, nextTimer(next, firedFor).toString()))
                .orElse(Map.of(OUTCOME, "done"));
    }

    private static Instant nextTimer(Instant nextClosesAt, Instant firedFor) {
        // Timers have milliseconds: one that is cut off would fire just before its window closes.
        Instant millis = nextClosesAt.truncatedTo(ChronoUnit.MILLIS);
        Instant next = millis.equals(nextClosesAt) ? millis : millis.plusMillis(1);
        return next.isAfter(firedFor) ? next : firedFor.plus(AHEAD);
    }
}
