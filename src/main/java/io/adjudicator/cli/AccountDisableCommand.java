package io.adjudicator.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code account disable}: for good; whoever is signed in is signed out. */
@Command(name = "disable", description = "Disable an account for good.", mixinStandardHelpOptions = true)
final class AccountDisableCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Parameters(paramLabel = "NAME", description = "The account's name, as account list shows it.")
    private String name = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return installation.on(
                Objects.requireNonNull(spec, "picocli sets it"),
                database -> database.accounts().disable(name));
    }
}
