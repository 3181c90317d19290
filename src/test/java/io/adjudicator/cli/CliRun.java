package io.adjudicator.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What one run of a command left behind. */
record CliRun(int exitCode, String out, String err) {

    static CliRun of(Object command, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new CliRun(exitCode, out.toString(), err.toString());
    }

    static CliRun adjudicate(String... args) {
        return of(new AdjudicateCommand(), args);
    }

    static CliRun statement(String... args) {
        return of(new StatementCommand(), args);
    }

    static CliRun importServiceNow(String... args) {
        return of(new ImportServiceNowCommand(), args);
    }

    static CliRun recount(String... args) {
        return of(new RecountCommand(), args);
    }
}
