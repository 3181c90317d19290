package io.adjudicator.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one entry point. Offline commands run without Spring, so that they start fast. */
@Command(
        name = "adjudicator",
        description = "Decides whether a claimed outcome is billable, at which tier and price, and proves it.",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            AdjudicateCommand.class,
            StatementCommand.class,
            ImportCommand.class,
            RecountCommand.class,
            ContractCommand.class,
            JournalCommand.class,
            KeysCommand.class,
            AccountCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        OfflineLogging.toErrorStream();
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int exitCode = new CommandLine(Main.class)
                .setOut(out)
                .setExecutionExceptionHandler(Main::explain)
                .execute(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** One line for whoever typed the command; the trace is in the service's log, or comes with -Dadjudicator.trace=true. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("adjudicator: " + OfflineInput.reason(failure));
        if (Boolean.getBoolean("adjudicator.trace")) {
            failure.printStackTrace(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
