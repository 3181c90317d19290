package io.adjudicator.window;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the open windows and hands out the cohorts that need a process, or that a process found due. */
@Service
public class Windows {

    private final WindowStore store;

    Windows(WindowStore store) {
        this.store = store;
    }

    /** Opens windows, or moves open ones to a later cohort. Joins the caller's transaction. */
    @Transactional
    public void open(List<OpenWindow> windows) {
        if (windows.isEmpty()) {
            return;
        }
        store.createMissing(windows);
        List<String> settled = store.settledAmong(windows);
        if (!settled.isEmpty()) {
            store.reopen(settled);
        }
        store.open(windows);
    }

    /** Closes the windows of claims that were decided. Joins the caller's transaction. */
    @Transactional
    public void close(Collection<Long> claimKeys) {
        if (!claimKeys.isEmpty()) {
            store.close(claimKeys.stream().mapToLong(Long::longValue).toArray());
        }
    }

    /** Sessions that hold a window of the cohort which closed by {@code now}, earliest first. */
    public Set<Long> sessionsDue(CohortId cohort, Instant now, int limit) {
        return new LinkedHashSet<>(store.sessionsDue(cohort, now, limit));
    }

    /** What is left of a cohort; where nothing is, it is settled for good, unless a window joins it again. */
    @Transactional
    public CohortStatus finish(CohortId cohort, Instant now) {
        store.lock(cohort);
        store.markSettledIfEmpty(cohort);
        return store.status(cohort, now);
    }

    /** Cohorts whose process was never asked for, earliest first. */
    public List<Cohort> unpublished(int limit) {
        return store.unpublished(limit);
    }

    /** Cohorts that should have settled before the given instant and did not: their process may be lost. */
    public List<Cohort> overdue(Instant settlesBefore, int limit) {
        return store.overdue(settlesBefore, limit);
    }

    /** The engine has taken these cohorts; a generation that moved on meanwhile stays unpublished. */
    @Transactional
    public void markPublished(List<Cohort> cohorts) {
        if (!cohorts.isEmpty()) {
            store.markPublished(cohorts);
        }
    }

    public OpenWindows openWindows(Instant now) {
        return store.openWindows(now);
    }
}
