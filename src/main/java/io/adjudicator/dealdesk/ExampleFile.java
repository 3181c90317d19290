package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.SchemaCheck;
import io.adjudicator.contract.YamlFile;
import io.adjudicator.kernel.Fault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of examples in a customer's folder, checked against its schema. While it has faults, none of it can be tried. */
record ExampleFile(YamlFile file, List<Fault> faults) {

    /** Bytes; a thousand cases have 200,000. */
    private static final long LARGEST_FILE = 1_000_000;

    /** Empty where there is none. */
    static Optional<ExampleFile> read(ContractFolder folder, String name, SchemaCheck schema) {
        Path path = folder.path().resolve(name);
        return Files.exists(path)
                ? Optional.of(readExisting(path, folder.name() + "/" + name, schema))
                : Optional.empty();
    }

    private static ExampleFile readExisting(Path path, String name, SchemaCheck schema) {
        try {
            if (Files.size(path) > LARGEST_FILE) {
                return unreadable(name, "file_too_large", "expected at most " + LARGEST_FILE + " bytes");
            }
            YamlFile file = YamlFile.read(name, Files.readString(path));
            List<Fault> faults = new ArrayList<>(file.faults());
            if (faults.isEmpty()) {
                faults.addAll(schema.faults(file));
            }
            return new ExampleFile(file, faults);
        } catch (CharacterCodingException e) {
            return unreadable(name, "bad_encoding", "expected UTF-8, but it is not; save it as UTF-8");
        } catch (IOException e) {
            return unreadable(name, "unreadable", "expected a readable file, but " + e);
        }
    }

    private static ExampleFile unreadable(String name, String code, String message) {
        YamlFile nothing = YamlFile.read(name, "cases: []");
        return new ExampleFile(nothing, List.of(nothing.fault(code, "", message)));
    }
}
