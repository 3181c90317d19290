package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.SchemaCheck;
import io.adjudicator.contract.Tree;
import io.adjudicator.contract.YamlFile;
import io.adjudicator.kernel.Fault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A customer's {@code cases.yaml}: the examples by the version that each is an example of. */
final class CasesFile {

    static final String NAME = "cases.yaml";

    private static final SchemaCheck SCHEMA = SchemaCheck.of("/cases.schema.json");

    /** Bytes; a thousand cases have 200,000. */
    private static final long LARGEST_FILE = 1_000_000;

    private final YamlFile file;
    private final List<Fault> faults;

    private CasesFile(YamlFile file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Empty where there are no cases. */
    static Optional<CasesFile> read(ContractFolder folder) {
        Path path = folder.path().resolve(NAME);
        return Files.exists(path) ? Optional.of(readExisting(path, folder.name() + "/" + NAME)) : Optional.empty();
    }

    private static CasesFile readExisting(Path path, String name) {
        try {
            if (Files.size(path) > LARGEST_FILE) {
                return unreadable(name, "file_too_large", "expected at most " + LARGEST_FILE + " bytes");
            }
            YamlFile file = YamlFile.read(name, Files.readString(path));
            List<Fault> faults = new ArrayList<>(file.faults());
            if (faults.isEmpty()) {
                faults.addAll(SCHEMA.faults(file));
            }
            return new CasesFile(file, faults);
        } catch (CharacterCodingException e) {
            return unreadable(name, "bad_encoding", "expected UTF-8, but it is not; save it as UTF-8");
        } catch (IOException e) {
            return unreadable(name, "unreadable", "expected a readable file, but " + e);
        }
    }

    private static CasesFile unreadable(String name, String code, String message) {
        YamlFile nothing = YamlFile.read(name, "cases: []");
        return new CasesFile(nothing, List.of(nothing.fault(code, "", message)));
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
