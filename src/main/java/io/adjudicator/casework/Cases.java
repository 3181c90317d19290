package io.adjudicator.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, follows and closes cases. Everything joins the caller's transaction; the engine hears of it once that is committed. */
@Service
public class Cases {

    private final CaseStore store;
    private final CaseOutboxStore outbox;
    private final TaskStore tasks;
    private final ApplicationEventPublisher events;

    Cases(CaseStore store, CaseOutboxStore outbox, TaskStore tasks, ApplicationEventPublisher events) {
        this.store = store;
        this.outbox = outbox;
        this.tasks = tasks;
        this.events = events;
    }

    /** Opens a case, unless there is one with this id already. */
    @Transactional
    public void open(NewCase opened) {
        if (store.insert(opened)) {
            events.publishEvent(new CaseworkChanged());
        }
    }

    public Optional<WorkCase> find(CaseId id) {
        return store.find(id);
    }

    /** Adds a line to the case's timeline. */
    @Transactional
    public void record(CaseId id, CaseEvent event) {
        store.record(id, event);
    }

    /** Everything that happened, in the order in which it was recorded. */
    public List<CaseEvent> timeline(CaseId id) {
        return store.timeline(id);
    }

    /** Tells the case's process something, if it waits for that: {@link CaseSignal#EVIDENCE_ADDED} or {@link CaseSignal#WITHDRAWN}. */
    @Transactional
    public void signal(CaseId id, String message) {
        outbox.signal(id, message);
        events.publishEvent(new CaseworkChanged());
    }

    /** Nothing is expected to happen to the case before then; or, if absent, something is again. */
    @Transactional
    public void quietUntil(CaseId id, Optional<Instant> until) {
        store.quietUntil(id, until);
    }

    /** Closes the case; what it still asked of people is cancelled. A closed case stays as it was closed. */
    @Transactional
    public void close(CaseId id, String outcome, Instant at) {
        if (store.close(id, outcome, at)) {
            tasks.cancelOf(id);
            events.publishEvent(new CaseworkChanged());
        }
    }
}
