package io.adjudicator.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.ConsoleAppender;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Keeps libraries' log lines out of standard output, where the report goes: without Spring, Logback writes everything there. Faults are
 * said by the commands themselves, so only errors are left, on the error stream.
 */
final class OfflineLogging {

    private OfflineLogging() {}

    static void toErrorStream() {
        root().ifPresent(root -> root.setLevel(Level.ERROR));
        consoleToErrorStream();
    }

    static void consoleToErrorStream() {
        root().ifPresent(root -> root.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof ConsoleAppender<?> console) {
                console.stop();
                console.setTarget("System.err");
                console.start();
            }
        }));
    }

    private static Optional<Logger> root() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                ? Optional.of(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                : Optional.empty();
    }
}
