package io.adjudicator.cli;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.CustomerDirs;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the customers' folders are, and how one is named: as customer or as path. */
final class ContractFolderOption {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "${sys:adjudicator.home:-.}/customer-overrides",
            description = "Folder of all customers' folders (default: ${DEFAULT-VALUE}).")
    private Path dir = Path.of("customer-overrides");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on the annotation
    private boolean help;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    PrintWriter out() {
        return commandLine().getOut();
    }

    PrintWriter err() {
        return commandLine().getErr();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command, "picocli sets it").commandLine();
    }

    List<Path> all() {
        return CustomerDirs.in(dir);
    }

    Path dir() {
        return dir;
    }

    /** A name is a customer of the folder; anything else, such as {@code ../drafts/northwind}, is a path. */
    Path customer(String nameOrPath) {
        Path customer = dir.resolve(nameOrPath);
        Path path = Path.of(nameOrPath);
        if (Files.isDirectory(customer)) {
            return customer;
        }
        if (Files.isDirectory(path)) {
            return path;
        }
        throw new Refused(
                Refused.Kind.NOT_FOUND,
                "unknown_customer",
                nameOrPath,
                "expected a customer's folder, but there is neither " + customer + " nor " + path);
    }

    /** The version of this number, or the latest. Refuses with the version's faults if it has any. */
    DraftVersion version(String nameOrPath, Optional<Integer> number) {
        ContractFolder folder = ContractFolder.read(customer(nameOrPath));
        var found = folder.versions().stream()
                .filter(version -> number.isEmpty() || version.number() == number.get())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND,
                        "unknown_version",
                        nameOrPath,
                        "expected " + number.map(wanted -> "version " + wanted).orElse("a version")
                                + ", but there is none"));
        return found.draft().orElseThrow(() -> new Refused(Refused.Kind.UNPROCESSABLE, found.faults()));
    }

    /** Says every fault on the error stream; the exit code. */
    int refuse(Refused refused) {
        return FailureReport.of(refused, err());
    }

    /** As compilers write it, so that editors can jump to it. */
    static String line(Path customerDir, Fault fault) {
        Path parent = customerDir.getParent();
        return (parent == null ? "" : parent + "/") + fault.at() + ": " + fault.message();
    }
}
