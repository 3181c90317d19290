package io.adjudicator.cli;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Sends the service's log to the error stream, so that standard output has only what a command says to a person. Comes after Spring Boot
 * has set up logging on the same event, because listeners without an order come last.
 */
final class ServiceLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        OfflineLogging.consoleToErrorStream();
    }
}
