package io.adjudicator.contract;

import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rules.RuleSetSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one version's file whole, with every fault at once, and makes a draft of it if there is none. */
final class VersionFile {

    private static final SchemaCheck SCHEMA = SchemaCheck.of("/contract.schema.json");

    private VersionFile() {}

    /**
     * @param number that the file's name gives
     * @param texts of the customer's rule files, by name
     */
    static FolderVersion check(YamlFile file, String customer, int number, Map<String, String> texts) {
        Map<String, String> named = named(file, texts);
        Digest written = ContractContent.written(file.tree().members(), named);
        List<Fault> faults = new ArrayList<>(file.faults());
        if (!faults.isEmpty() && file.tree().members().isEmpty()) {
            return new FolderVersion(number, file, written, Optional.empty(), faults, List.of());
        }
        SCHEMA.faults(file).stream()
                .filter(fault -> !isAt(fault, file.faults()))
                .forEach(faults::add);
        faults.addAll(place(file, customer, number));
        faults.addAll(TermsCheck.faults(file));
        faults.addAll(CommercialCheck.faults(file));
        faults.addAll(DisputeCheck.faults(file));
        Map<OutcomeType, RuleSetSource> rules = rules(file, texts, faults);
        Optional<DraftVersion> draft = faults.isEmpty()
                ? Optional.of(
                        new DraftVersion(file, new ContractContent(file.tree().members(), named, rules)))
                : Optional.empty();
        faults.sort(Comparator.comparing(VersionFile::file).thenComparingInt(VersionFile::line));
        return new FolderVersion(number, file, written, draft, faults, List.of());
    }

    /** A line that cannot be read has been reported; what the schema makes of the rest of it helps nobody. */
    private static boolean isAt(Fault fault, List<Fault> others) {
        return others.stream().anyMatch(other -> other.at().equals(fault.at()));
    }

    private static String file(Fault fault) {
        return fault.at().substring(0, fault.at().lastIndexOf(':'));
    }

    private static int line(Fault fault) {
        return Integer.parseInt(fault.at().substring(fault.at().lastIndexOf(':') + 1));
    }

    private static List<Fault> place(YamlFile file, String customer, int number) {
        List<Fault> faults = new ArrayList<>();
        file.tree()
                .text("customer")
                .filter(named -> !named.equals(customer))
                .ifPresent(named -> faults.add(file.fault(
                        "wrong_place",
                        "/customer",
                        "expected " + customer + ", as the folder is named, but got " + named)));
        file.tree()
                .integer("version")
                .filter(named -> named != number)
                .ifPresent(named -> faults.add(file.fault(
                        "wrong_place", "/version", "expected " + number + ", as the file is named, but got " + named)));
        return faults;
    }

    private static Map<OutcomeType, RuleSetSource> rules(YamlFile file, Map<String, String> texts, List<Fault> faults) {
        RuleAssembly assembly = new RuleAssembly(file, texts);
        Map<OutcomeType, RuleSetSource> rules = new HashMap<>();
        List<Fault> prices = new ArrayList<>();
        file.tree()
                .child("outcomes")
                .children()
                .forEach((name, outcome) -> type(name).ifPresent(type -> {
                    RuleSetSource source = assembly.assemble(type, outcome);
                    prices.addAll(PriceCheck.faults(file, outcome, source));
                    prices.addAll(TimingCheck.faults(file, outcome, source));
                    prices.addAll(GradeCheck.faults(file, outcome, source));
                    rules.put(type, source);
                }));
        faults.addAll(assembly.faults());
        faults.addAll(prices);
        return rules;
    }

    private static Optional<OutcomeType> type(String name) {
        try {
            return Optional.of(new OutcomeType(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The rule files that this version names; one that is not there is a fault of its own. */
    private static Map<String, String> named(YamlFile file, Map<String, String> texts) {
        Map<String, String> named = new HashMap<>();
        file.tree()
                .child("outcomes")
                .children()
                .values()
                .forEach(outcome ->
                        outcome.texts("rule_files").forEach(name -> named.put(name, texts.getOrDefault(name, ""))));
        return named;
    }
}
