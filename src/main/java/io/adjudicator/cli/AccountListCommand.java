package io.adjudicator.cli;

import io.adjudicator.access.Account;
import io.adjudicator.access.Accounts;
import io.adjudicator.kernel.CustomerId;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code account list}: everybody who may or might sign in, disabled ones included. */
@Command(name = "list", description = "List all accounts.", mixinStandardHelpOptions = true)
final class AccountListCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        return installation.on(
                command,
                database -> list(database.accounts(), command.commandLine().getOut()));
    }

    private static void list(Accounts accounts, PrintWriter out) {
        for (Account account : accounts.all()) {
            out.println("%-24s  %-13s  %-20s  %s  %-14s  %s  %s"
                    .formatted(
                            account.name(),
                            account.role().wireName(),
                            account.customer().map(CustomerId::value).orElse("-"),
                            account.createdAt(),
                            account.singleSignOn() ? "single sign-on" : "password",
                            account.disabledAt().map(at -> "disabled " + at).orElse("in use"),
                            account.displayName()));
        }
        out.flush();
    }
}
