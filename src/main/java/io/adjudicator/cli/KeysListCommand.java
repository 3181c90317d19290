package io.adjudicator.cli;

import io.adjudicator.access.ApiKey;
import io.adjudicator.access.Keys;
import io.adjudicator.kernel.CustomerId;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys list}: every key without its secret, revoked ones included. */
@Command(name = "list", description = "List all keys, without their secrets.", mixinStandardHelpOptions = true)
final class KeysListCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        return installation.with(
                command, keys -> list(keys, command.commandLine().getOut()));
    }

    private static void list(Keys keys, PrintWriter out) {
        for (ApiKey key : keys.all()) {
            out.println("%s  %-13s  %-20s  %s  %s  %s"
                    .formatted(
                            key.id(),
                            key.role().wireName(),
                            key.customer().map(CustomerId::value).orElse("-"),
                            key.createdAt(),
                            key.revokedAt().map(at -> "revoked " + at).orElse("valid"),
                            key.name()));
        }
        out.flush();
    }
}
