package io.adjudicator.cli;

import io.adjudicator.access.Keys;
import io.adjudicator.access.NewKey;
import io.adjudicator.access.Role;
import io.adjudicator.kernel.CustomerId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code keys create}: prints a new key, this once. */
@Command(
        name = "create",
        description = "Create a key and print it; it cannot be shown again.",
        mixinStandardHelpOptions = true)
final class KeysCreateCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "service, deal-desk, reviewer, lead, finance-admin, customer or auditor.")
    private String role = "";

    @Option(
            names = "--customer",
            paramLabel = "CUSTOMER",
            description = "The one customer that a customer key may see.")
    private @Nullable String customer;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Whose key it is, for the list.")
    private String name = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        Role as = Role.ofWireName(role).orElseThrow(() -> wrong(command, "--role", roles()));
        Optional<CustomerId> boundTo = Optional.ofNullable(customer).map(text -> customer(command, text));
        return installation.with(command, keys -> create(command, keys, as, boundTo));
    }

    private void create(CommandSpec command, Keys keys, Role as, Optional<CustomerId> boundTo) {
        NewKey created = keys.create(as, boundTo, name);
        command.commandLine().getOut().println(created.text());
    }

    private static CustomerId customer(CommandSpec command, String text) {
        if (!CustomerId.SHAPE.matcher(text).matches()) {
            throw wrong(command, "--customer", "lower-case letters, digits and hyphens");
        }
        return new CustomerId(text);
    }

    private static String roles() {
        return "one of " + Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.joining(", "));
    }

    private static ParameterException wrong(CommandSpec command, String option, String expected) {
        return new ParameterException(command.commandLine(), "expected " + option + " to be " + expected);
    }
}
