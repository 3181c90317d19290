package io.adjudicator.cli;

import io.adjudicator.access.Accounts;
import io.adjudicator.access.NewAccount;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code account add}: with a password that is asked for, or made and printed this once. */
@Command(name = "add", description = "Add somebody who may sign in.", mixinStandardHelpOptions = true)
final class AccountAddCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Parameters(paramLabel = "NAME", description = "What is typed at sign-in, such as rhea or rhea@vendor.example.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "deal-desk, reviewer, lead, finance-admin, customer or auditor.")
    private String role = "";

    @Option(
            names = "--customer",
            paramLabel = "CUSTOMER",
            description = "The one customer that somebody of that role sees.")
    private @Nullable String customer;

    @Option(names = "--display-name", paramLabel = "TEXT", description = "For people to read (default: the name).")
    private @Nullable String displayName;

    @Option(
            names = "--password",
            interactive = true,
            arity = "0..1",
            paramLabel = "PASSWORD",
            description = "Asked for if no value follows; left out, one is made and printed.")
    private char @Nullable [] password;

    @Option(names = "--single-sign-on", description = "Without a password: the configured OpenID provider vouches.")
    private boolean singleSignOn;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        Role as = Role.ofWireName(role).orElseThrow(() -> wrong(command, "--role", roles()));
        Optional<CustomerId> boundTo = Optional.ofNullable(customer).map(text -> customer(command, text));
        NewAccount wanted =
                new NewAccount(name, Optional.ofNullable(displayName).orElse(name), as, boundTo);
        return installation.on(command, database -> add(command, database.accounts(), wanted));
    }

    private void add(CommandSpec command, Accounts accounts, NewAccount wanted) {
        if (singleSignOn) {
            accounts.addSingleSignOn(wanted);
        } else if (password != null) {
            accounts.add(wanted, new String(password));
        } else {
            command.commandLine()
                    .getOut()
                    .println(accounts.addWithRandomPassword(wanted).password());
        }
    }

    private static CustomerId customer(CommandSpec command, String text) {
        if (!CustomerId.SHAPE.matcher(text).matches()) {
            throw wrong(command, "--customer", "lower-case letters, digits and hyphens");
        }
        return new CustomerId(text);
    }

    private static String roles() {
        return "one of "
                + Arrays.stream(Role.values())
                        .filter(role -> role != Role.SERVICE)
                        .map(Role::wireName)
                        .collect(Collectors.joining(", "));
    }

    private static ParameterException wrong(CommandSpec command, String option, String expected) {
        return new ParameterException(command.commandLine(), "expected " + option + " to be " + expected);
    }
}
