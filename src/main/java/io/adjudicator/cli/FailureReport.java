package io.adjudicator.cli;

import io.adjudicator.kernel.Refused;
import java.io.IOException;
import java.io.PrintWriter;

/** Says on the error stream what kept a command from its work, each fault on a line of its own. */
final class FailureReport {

    private static final int FAILED = 1;

    private FailureReport() {}

    /** A command's work; it answers the exit code. */
    @FunctionalInterface
    interface Work {
        int run() throws IOException;
    }

    /** Does the work; the exit code. What whoever typed the command can mend is said, anything else is thrown. */
    static int around(PrintWriter err, Work work) {
        try {
            return work.run();
        } catch (Refused refused) {
            return of(refused, err);
        } catch (IOException | IllegalArgumentException e) {
            err.println(OfflineInput.reason(e));
            err.flush();
            return FAILED;
        }
    }

    /** Says every fault; the exit code. */
    static int of(Refused refused, PrintWriter err) {
        refused.faults().forEach(fault -> err.println(fault.at() + ": " + fault.message()));
        err.flush();
        return FAILED;
    }
}
