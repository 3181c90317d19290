package io.adjudicator.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys revoke}: for good; running services stop taking the key within ten seconds. */
@Command(name = "revoke", description = "Revoke a key for good.", mixinStandardHelpOptions = true)
final class KeysRevokeCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Parameters(paramLabel = "ID", description = "The key's id, as keys list shows it.")
    private String id = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return installation.with(Objects.requireNonNull(spec, "picocli sets it"), keys -> keys.revoke(id));
    }
}
