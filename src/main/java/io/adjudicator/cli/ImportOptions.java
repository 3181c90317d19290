package io.adjudicator.cli;

import io.adjudicator.kernel.CustomerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is imported, whose it becomes, and how a failure is said: the same for every import. */
final class ImportOptions {

    @Parameters(paramLabel = "FILE", description = "What to read; - for standard input.")
    private String file = "-";

    @Option(names = "--customer", paramLabel = "C", description = "Whose claims these are (default: ${DEFAULT-VALUE}).")
    private String customer;

    @Option(
            names = "--source",
            paramLabel = "S",
            description = "The source that the records name (default: ${DEFAULT-VALUE}).")
    private String source;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** With what holds where nothing is typed. */
    ImportOptions(String customer, String source) {
        this.customer = customer;
        this.source = source;
    }

    /** Reads what was typed; answers the exit code. */
    @FunctionalInterface
    interface Reader {
        int read(InputStream in, CustomerId customer, String source) throws IOException;
    }

    int read(Reader reader) {
        return FailureReport.around(err(), () -> {
            try (InputStream in = OfflineInput.open(file)) {
                return reader.read(in, new CustomerId(customer), source);
            }
        });
    }

    /** An export that fits into memory, as lines. */
    int print(ExportFormat format) {
        return read((in, whose, named) -> format.read(in, whose, named).print(out(), err()));
    }

    PrintWriter out() {
        return commandLine().getOut();
    }

    PrintWriter err() {
        return commandLine().getErr();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command, "picocli sets it").commandLine();
    }
}
