package io.adjudicator.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code account}: who may sign in to the console. Works beside a running service, and without one. */
@Command(
        name = "account",
        description = "Add, list and disable the people who sign in to the console, and change passwords.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AccountAddCommand.class,
            AccountListCommand.class,
            AccountDisableCommand.class,
            AccountPasswordCommand.class
        })
final class AccountCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "expected add, list, disable or password after account");
        }
    }
}
