package io.adjudicator.casework;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the engine has not been told yet. Telling it twice does no harm. */
@Service
public class CaseOutbox {

    /** A step takes less than a second, and what fails is tried again every minute. */
    private static final Duration STILL_AFTER = Duration.ofMinutes(10);

    private final CaseOutboxStore store;
    private final InstantSource clock;

    CaseOutbox(CaseOutboxStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Open cases whose process was never asked for, earliest first. */
    public List<CaseStart> unstarted(int limit) {
        return store.unstarted(limit);
    }

    /** All open cases that have a process of their own, page by page. */
    public List<CaseStart> open(Optional<CaseId> after, int limit) {
        return store.open(after.map(CaseId::value).orElse(""), limit);
    }

    @Transactional
    public void markStarted(List<CaseStart> cases) {
        store.markStarted(cases);
    }

    /** Open cases that wait for nobody and nothing, and have been quiet for too long: their process is blocked, or its step fails. */
    public List<CaseStart> still(int limit) {
        return store.still(clock.instant().minus(STILL_AFTER), limit);
    }

    /** In the order in which they were given. */
    public List<CaseSignal> signals(int limit) {
        return store.signals(limit);
    }

    @Transactional
    public void markSignalled(List<CaseSignal> signals) {
        store.markSignalled(signals);
    }

    /** Tasks that were answered or cancelled while a job waits for them. */
    public List<ClosedTask> closedTasks(int limit) {
        return store.closedTasks(limit);
    }

    @Transactional
    public void markTold(List<ClosedTask> tasks) {
        store.markTold(tasks);
    }
}
