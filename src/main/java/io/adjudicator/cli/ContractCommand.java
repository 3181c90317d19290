package io.adjudicator.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The deal desk's commands. They need neither server nor database. */
@Command(
        name = "contract",
        description = "Check, print and explain customers' contracts.",
        subcommands = {ContractCheckCommand.class, ContractRulesCommand.class, ContractExplainCommand.class},
        mixinStandardHelpOptions = true)
final class ContractCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                "expected check, rules or explain after contract");
    }
}
