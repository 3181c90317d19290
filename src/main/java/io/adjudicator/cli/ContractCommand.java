package io.adjudicator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The deal desk's commands. They need neither server nor database. */
@Command(
        name = "contract",
        mixinStandardHelpOptions = true,
        description = "Check, print and explain customers' contracts.",
        subcommands = {ContractCheckCommand.class, ContractRulesCommand.class, ContractExplainCommand.class})
final class ContractCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected check, rules or explain after contract");
    }
}
