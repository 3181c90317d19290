package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.SchemaCheck;
import io.adjudicator.contract.Tree;
import io.adjudicator.contract.YamlFile;
import io.adjudicator.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A customer's {@code cases.yaml}: the examples by the version that each is an example of. */
final class CasesFile {

    static final String NAME = "cases.yaml";

    private static final SchemaCheck SCHEMA = SchemaCheck.of("/cases.schema.json");

    private final YamlFile file;
    private final List<Fault> faults;

    private CasesFile(YamlFile file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Empty where there are no cases. */
    static Optional<CasesFile> read(ContractFolder folder) {
        return ExampleFile.read(folder, NAME, SCHEMA).map(found -> new CasesFile(found.file(), found.faults()));
    }

    /** Faults of the file itself; while there are any, no case can be run. */
    List<Fault> faults() {
        return faults;
    }

    Fault fault(AgreedCase agreed, String code, String message) {
        return file.fault(code, agreed.pointer() + "/expect", "case \"" + agreed.name() + "\": " + message);
    }

    /**
     * The cases of one version, which is the latest where a case names none.
     *
     * @param sink for what is wrong with the cases of this version
     */
    List<AgreedCase> of(ContractVersion contract, int latest, List<Fault> sink) {
        CaseFaults collector = new CaseFaults(file);
        List<AgreedCase> cases = new ArrayList<>();
        for (Tree row : file.tree().rows("cases")) {
            if (row.integer("version").orElse(latest) == contract.version()) {
                new CaseReader(contract, row, collector).read().ifPresent(cases::add);
            }
        }
        sink.addAll(collector.found());
        return cases;
    }

    /** Cases of versions that the folder does not have. */
    List<Fault> strays(List<Integer> versions) {
        CaseFaults collector = new CaseFaults(file);
        for (Tree row : file.tree().rows("cases")) {
            row.integer("version")
                    .filter(number -> !versions.contains(number))
                    .ifPresent(number -> collector.add(
                            "unknown_version",
                            row.at("version"),
                            "expected one of " + versions + ", but got " + number));
        }
        return collector.found();
    }
}
