package io.adjudicator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The deal desk's commands. They need neither server nor database. */
@Command(
        name = "contract",
        description = "Check, print and explain customers' contracts.",
        subcommands = {ContractCheckCommand.class, ContractRulesCommand.class, ContractExplainCommand.class})
final class ContractCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected check, rules or explain after contract");
    }
}
