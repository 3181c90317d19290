package io.adjudicator.cli;

import io.adjudicator.kernel.Fault;
import io.adjudicator.report.Totals;
import java.io.PrintWriter;
import java.util.List;

/** Counts what became of the lines, and says faults and progress on the error stream while the work goes on. */
final class OfflineTally {

    /** Lines or records between two signs of life: a few seconds. */
    private static final long SIGN_OF_LIFE = 100_000;

    private final PrintWriter err;
    private long lines;
    private long accepted;
    private long repeats;
    private long rejected;
    private long ofOthers;
    private long outcomes;

    OfflineTally(PrintWriter err) {
        this.err = err;
    }

    void read() {
        lines++;
        signOfLife(lines, "lines read");
    }

    void accepted() {
        accepted++;
    }

    void repeated() {
        repeats++;
    }

    void ofAnotherCustomer() {
        ofOthers++;
    }

    void decided(long claims) {
        for (long i = 0; i < claims; i++) {
            outcomes++;
            signOfLife(outcomes, "outcomes decided");
        }
    }

    /** One line of input that does not count, with everything that is wrong with it. */
    void rejected(long line, List<Fault> faults) {
        rejected++;
        for (Fault fault : faults) {
            err.println("line " + line + ": " + fault.code() + (fault.at().isEmpty() ? "" : " at " + fault.at()) + ": "
                    + fault.message());
        }
    }

    boolean allWell() {
        return rejected == 0 && accepted > 0;
    }

    /** What became of the lines. */
    void counts() {
        err.printf(
                "%,d lines: %,d records accepted, %,d repeats ignored, %,d rejected, %,d of other customers passed over%n",
                lines, accepted, repeats, rejected, ofOthers);
    }

    void summary(Totals totals) {
        counts();
        groups("By status", totals.byStatus());
        groups("By reason", totals.byReason());
        groups("By tier", totals.byTier());
        groups("In all", totals.byUnit());
    }

    private void groups(String title, List<Totals.Group> groups) {
        if (!groups.isEmpty()) {
            err.println(title);
        }
        for (Totals.Group group : groups) {
            err.printf(
                    "  %-28s %,9d outcomes %,6d adjustments %14s %s%n",
                    group.key(),
                    group.outcomes(),
                    group.adjustments(),
                    group.amount().plain(),
                    group.amount().unit());
        }
    }

    private void signOfLife(long count, String what) {
        if (count % SIGN_OF_LIFE == 0) {
            err.printf("  %,d %s%n", count, what);
            err.flush();
        }
    }
}
