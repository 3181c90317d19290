package io.adjudicator.cli;

import io.adjudicator.dealdesk.CheckReport;
import io.adjudicator.dealdesk.ContractCheck;
import io.adjudicator.kernel.Refused;
import io.adjudicator.lint.OpenDecision;
import io.adjudicator.rules.RuleSets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code contract check}: every fault of every file, every agreed case, and what else is to be said of each version. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Check contracts: every fault with file, line and clause, every agreed case, gaps and overlaps of tables, prices that do not fit their value, and which decisions are left open. Exits with 1 if there is a fault.")
final class ContractCheckCommand implements Callable<Integer> {

    @Mixin
    private ContractFolderOption folders = new ContractFolderOption();

    @Parameters(paramLabel = "CUSTOMER|PATH", description = "What to check; all customers if left out.", arity = "0..*")
    private List<String> wanted = List.of();

    @Override
    public Integer call() {
        try {
            List<Path> dirs = wanted.isEmpty()
                    ? folders.all()
                    : wanted.stream().map(folders::customer).toList();
            return check(dirs);
        } catch (Refused refused) {
            return folders.refuse(refused);
        }
    }

    private int check(List<Path> dirs) {
        if (dirs.isEmpty()) {
            throw new Refused(
                    Refused.Kind.NOT_FOUND,
                    "unknown_customer",
                    folders.dir().toString(),
                    "expected customers' folders here, but there are none");
        }
        PrintWriter out = folders.out();
        List<CheckReport> reports = new ContractCheck(new RuleSets()).check(dirs);
        for (int i = 0; i < dirs.size(); i++) {
            print(out, dirs.get(i), reports.get(i));
        }
        return summary(out, reports);
    }

    private static void print(PrintWriter out, Path dir, CheckReport report) {
        report.faults().forEach(fault -> out.println(ContractFolderOption.line(dir, fault)));
        report.warnings().forEach(fault -> out.println("warning: " + ContractFolderOption.line(dir, fault)));
        report.notes().forEach(fault -> out.println("note: " + ContractFolderOption.line(dir, fault)));
        report.leftOpen().stream()
                .filter(version -> !version.decisions().isEmpty())
                .forEach(version -> out.println(report.customer() + " v" + version.version() + " leaves open: "
                        + version.decisions().stream()
                                .map(OpenDecision::toString)
                                .collect(Collectors.joining(", "))));
    }

    private static int summary(PrintWriter out, List<CheckReport> reports) {
        int versions = reports.stream().mapToInt(CheckReport::versions).sum();
        int cases = reports.stream().mapToInt(CheckReport::cases).sum();
        int faults = reports.stream().mapToInt(report -> report.faults().size()).sum();
        int warnings =
                reports.stream().mapToInt(report -> report.warnings().size()).sum();
        out.printf(
                "%d customers, %d versions, %d agreed cases: %d faults, %d warnings%n",
                reports.size(), versions, cases, faults, warnings);
        return faults == 0 ? 0 : 1;
    }
}
