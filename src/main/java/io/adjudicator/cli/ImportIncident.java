package io.adjudicator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One incident's rows, by modification. Finds each entry into Resolved, which is a claim, and what reopened it. */
record ImportIncident(List<ImportRow> rows) {

    private static final String RESOLVED = "Resolved";
    private static final String CLOSED = "Closed";
    private static final String AWAITING_USER = "Awaiting User Info";

    /**
     * An entry into Resolved.
     *
     * @param number 1 for the incident's first
     * @param infoRequests how often the desk had asked the user for information before
     */
    record Episode(int number, ImportRow resolved, long infoRequests, Optional<ImportRow> reopened) {}

    List<Episode> episodes() {
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (enters(RESOLVED, i)) {
                episodes.add(new Episode(episodes.size() + 1, rows.get(i), infoRequestsBefore(i), reopenedAfter(i)));
            }
        }
        return episodes;
    }

    /** The first row of a run in this state. */
    private boolean enters(String state, int i) {
        return rows.get(i).state().equals(state)
                && (i == 0 || !rows.get(i - 1).state().equals(state));
    }

    /** Runs, not rows: while the desk waits, every note on the incident adds a row. */
    private long infoRequestsBefore(int claimed) {
        long requests = 0;
        for (int i = 0; i < claimed; i++) {
            requests += enters(AWAITING_USER, i) ? 1 : 0;
        }
        return requests;
    }

    /** The first later row where the count of reopenings grew, or the state left Resolved for anything but Closed. */
    private Optional<ImportRow> reopenedAfter(int claimed) {
        for (int i = claimed + 1; i < rows.size(); i++) {
            if (reopens(rows.get(i - 1), rows.get(i))) {
                return Optional.of(rows.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean reopens(ImportRow before, ImportRow after) {
        boolean left = before.state().equals(RESOLVED)
                && !after.state().equals(RESOLVED)
                && !after.state().equals(CLOSED);
        return left || after.count("reopen_count") > before.count("reopen_count");
    }
}
