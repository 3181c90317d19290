package io.adjudicator.contract;

import io.adjudicator.contract.Succession.Place;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one customer's folder. */
final class FolderReader {

    private static final Pattern VERSION = Pattern.compile("v([1-9]\\d{0,3})\\.yaml");
    private static final Set<String> EXAMPLES = Set.of("cases.yaml", "statement.yaml");

    /** Bytes; what is larger is no contract and is not read. */
    private static final long LARGEST_FILE = 1_000_000;

    private final Path path;
    private final String folder;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Integer, String> contracts = new TreeMap<>();
    private final Map<String, String> ruleFiles = new TreeMap<>();

    FolderReader(Path path) {
        this.path = path;
        this.folder = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    ContractFolder read() {
        if (!CustomerId.SHAPE.matcher(folder).matches()) {
            fault(
                    "bad_folder",
                    "",
                    "expected a folder named as its customer (lower-case letters, digits, hyphens), but got \"" + folder
                            + "\"");
            return new ContractFolder(path, Optional.empty(), faults, List.of());
        }
        list().forEach(this::sort);
        if (contracts.isEmpty()) {
            fault("no_contract", "", "expected v1.yaml here, but there is no version");
        }
        List<FolderVersion> versions = versions();
        faults.addAll(unused(versions));
        return new ContractFolder(path, Optional.of(new CustomerId(folder)), faults, versions);
    }

    private List<Path> list() {
        try (Stream<Path> found = Files.list(path)) {
            return found.sorted().toList();
        } catch (IOException e) {
            fault("unreadable", "", "expected a readable folder, but " + e);
            return List.of();
        }
    }

    private void sort(Path file) {
        String name = file.getFileName().toString();
        Matcher version = VERSION.matcher(name);
        if (version.matches()) {
            text(file).ifPresent(text -> contracts.put(Integer.valueOf(version.group(1)), text));
        } else if (name.endsWith(".drl")) {
            text(file).ifPresent(text -> ruleFiles.put(name, text));
        } else if ((name.endsWith(".yaml") || name.endsWith(".yml")) && !EXAMPLES.contains(name)) {
            fault(
                    "unused_file",
                    name,
                    "expected v1.yaml, v2.yaml …, cases.yaml or statement.yaml, but got " + name + "; rename it");
        }
    }

    private Optional<String> text(Path file) {
        String name = file.getFileName().toString();
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                fault("unreadable", name, "expected a plain file, but it is a folder, link or device");
            } else if (Files.size(file) > LARGEST_FILE) {
                fault(
                        "file_too_large",
                        name,
                        "expected at most " + LARGEST_FILE + " bytes, but got " + Files.size(file));
            } else {
                return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (CharacterCodingException e) {
            fault("bad_encoding", name, "expected UTF-8, but it is not; save it as UTF-8");
        } catch (IOException e) {
            fault("unreadable", name, "expected a readable file, but " + e);
        }
        return Optional.empty();
    }

    private List<FolderVersion> versions() {
        List<FolderVersion> versions = new ArrayList<>();
        List<DraftVersion> earlier = new ArrayList<>();
        contracts.forEach((number, text) -> {
            YamlFile file = YamlFile.read(folder + "/v" + number + ".yaml", text);
            FolderVersion version = VersionFile.check(file, folder, number, ruleFiles);
            versions.add(inOrder(version, earlier));
            version.draft().ifPresent(earlier::add);
        });
        return versions;
    }

    private static FolderVersion inOrder(FolderVersion version, List<DraftVersion> earlier) {
        if (version.draft().isEmpty() || earlier.isEmpty()) {
            return version;
        }
        DraftVersion draft = version.draft().get();
        List<Place> places = earlier.stream().map(DraftVersion::place).toList();
        return Succession.fault(draft, places)
                .or(() -> Succession.moneyAfter(draft, earlier.getLast().version()))
                .map(version::refused)
                .orElseGet(() -> version.warned(
                        Succession.gap(draft, places.getLast()).stream().toList()));
    }

    /** A rule file that no version names would be read by people and by nobody else. */
    private List<Fault> unused(List<FolderVersion> versions) {
        Set<String> named = new HashSet<>();
        versions.forEach(version -> version.file()
                .tree()
                .child("outcomes")
                .children()
                .values()
                .forEach(outcome -> named.addAll(outcome.texts("rule_files"))));
        return ruleFiles.keySet().stream()
                .filter(name -> !named.contains(name))
                .map(
                        name -> new Fault(
                                "unused_file",
                                folder + "/" + name + ":1",
                                "expected a version that names this file under rule_files, but none does; name it or remove it"))
                .toList();
    }

    private void fault(String code, String name, String message) {
        faults.add(new Fault(code, name.isEmpty() ? folder : folder + "/" + name + ":1", message));
    }
}
