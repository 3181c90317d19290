package io.adjudicator.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code account password}: another one; whoever is signed in with the old one is signed out. */
@Command(name = "password", description = "Change the password of an account.", mixinStandardHelpOptions = true)
final class AccountPasswordCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Parameters(paramLabel = "NAME", description = "The account's name, as account list shows it.")
    private String name = "";

    @Option(
            names = "--password",
            interactive = true,
            arity = "0..1",
            required = true,
            paramLabel = "PASSWORD",
            description = "The new one; asked for if no value follows.")
    private char[] password = {};

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return installation.on(
                Objects.requireNonNull(spec, "picocli sets it"),
                database -> database.accounts().changePassword(name, new String(password)));
    }
}
