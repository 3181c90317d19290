package io.adjudicator.api;

import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Says in the log how records were taken, by their ids and never their contents. A record sent alone has a line at INFO; a line of a batch
 * has one at DEBUG, because thousands come in a second.
 */
final class IntakeLog {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeLog.class);

    private IntakeLog() {}

    /** Names the record in every further line of this request, also in that of a refusal or of an incident. */
    static void begin(Received record) {
        MDC.put("record", name(record));
        MDC.put("recordSource", record.identity().source());
        MDC.put("recordId", record.identity().id());
    }

    static void received(Received record, Answer answer) {
        line(Level.INFO, record, answer).log("Record received");
    }

    static boolean tellsLines() {
        return LOG.isDebugEnabled();
    }

    static void receivedInBatch(Received record, Answer answer) {
        line(Level.DEBUG, record, answer)
                .addKeyValue("line", answer.line().orElse(0L))
                .addKeyValue("problem", answer.problem().map(Problem::code).orElse("none"))
                .log("Record of a batch received");
    }

    private static LoggingEventBuilder line(Level level, Received record, Answer answer) {
        String kind = switch (record) {
            case Claim _ -> "claim";
            case Evidence _ -> "evidence";
        };
        return LOG.atLevel(level)
                .addKeyValue(kind, name(record))
                .addKeyValue(kind + "Source", record.identity().source())
                .addKeyValue(kind + "Id", record.identity().id())
                .addKeyValue("customer", record.customer().value())
                .addKeyValue("session", record.session())
                .addKeyValue("status", answer.status());
    }

    private static String name(Received record) {
        return switch (record) {
            case Claim claim -> claim.outcomeId();
            case Evidence evidence -> evidence.evidenceId();
        };
    }
}
