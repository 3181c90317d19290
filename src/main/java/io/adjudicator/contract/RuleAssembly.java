package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Nearest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.BaseRules;
import io.adjudicator.rules.DrlFile;
import io.adjudicator.rules.FactTerm;
import io.adjudicator.rules.RowCompiler;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleOrigin;
import io.adjudicator.rules.RuleSetSource;
import io.adjudicator.rules.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the rules of one outcome type: the base rules that are neither waived nor replaced, then the contract's rows, then
 * its rule files in the order in which it names them. Collects every fault on the way.
 */
final class RuleAssembly {

    private final YamlFile file;
    private final Map<String, String> texts;
    private final Vocabulary vocabulary = Vocabulary.ofThisRelease();
    private final List<Fault> faults = new ArrayList<>();

    /** With the texts of the customer's rule files, by name. */
    RuleAssembly(YamlFile file, Map<String, String> texts) {
        this.file = file;
        this.texts = texts;
    }

    List<Fault> faults() {
        return faults;
    }

    RuleSetSource assemble(OutcomeType type, Tree outcome) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        BaseRules.of(type).forEach(rule -> rules.put(rule.id(), rule));
        waive(outcome, rules);
        List<String> own = new ArrayList<>();
        for (Rows.Kind kind : Rows.Kind.values()) {
            for (Tree row : kind.of(outcome)) {
                compile(kind, row).ifPresent(rule -> add(rule, row.at("id"), rules, own));
            }
        }
        neverAccepted(outcome).ifPresent(rule -> add(rule, outcome.at("window"), rules, own));
        outcome.texts("rule_files")
                .forEach(name -> read(name, outcome.at("rule_files"))
                        .forEach(rule -> add(rule, outcome.at("rule_files"), rules, own)));
        return RuleSetSource.of(vocabulary, List.copyOf(rules.values()));
    }

    private void waive(Tree outcome, Map<String, Rule> rules) {
        List<String> base = List.copyOf(rules.keySet());
        for (Tree row : outcome.rows("waived")) {
            row.text("rule").ifPresent(id -> {
                if (rules.remove(id) == null) {
                    faults.add(file.fault(
                            "unknown_rule",
                            row.at("rule"),
                            base.contains(id)
                                    ? "expected " + id + " to be waived once, but it was waived above; remove one"
                                    : "expected a base rule of " + base + ", but got \"" + id + "\""));
                }
            });
        }
    }

    private Optional<Rule> compile(Rows.Kind kind, Tree row) {
        try {
            return Rows.compile(kind, row, new RowCompiler(vocabulary));
        } catch (Refused refused) {
            refused.faults()
                    .forEach(fault -> faults.add(
                            file.fault(fault.code(), row.pointer() + fault.at(), fault.message() + hint(fault))));
            return Optional.empty();
        }
    }

    /** Where the wait for an acceptance ends with a person, this rule is what asks for one. */
    private Optional<Rule> neverAccepted(Tree outcome) {
        try {
            return NeverAccepted.rule(outcome, new RowCompiler(vocabulary));
        } catch (Refused refused) {
            String channels = outcome.child("window").at(Timing.BY_CHANNEL);
            refused.faults().forEach(fault -> faults.add(file.fault(fault.code(), channels, fault.message())));
            return Optional.empty();
        }
    }

    /** The pointer of an unknown fact ends with the name that was written. */
    private String hint(Fault fault) {
        return fault.code().equals("unknown_fact")
                ? Nearest.hint(
                        fault.at().substring(fault.at().lastIndexOf('/') + 1),
                        vocabulary.terms().stream().map(FactTerm::name).toList())
                : "";
    }

    private List<Rule> read(String name, String pointer) {
        String text = texts.get(name);
        if (text == null) {
            faults.add(file.fault(
                    "unknown_file",
                    pointer,
                    "expected " + name + " beside this file, but it is not; write it or remove its name"));
            return List.of();
        }
        try {
            return DrlFile.read(folder() + name, text, vocabulary, RuleOrigin.OVERRIDE_FILE);
        } catch (Refused refused) {
            faults.addAll(refused.faults());
            return List.of();
        }
    }

    private String folder() {
        return file.name().substring(0, file.name().lastIndexOf('/') + 1);
    }

    /** An own rule with a base rule's id takes its place; two own rules may not share one. */
    private void add(Rule rule, String pointer, Map<String, Rule> rules, List<String> own) {
        if (own.contains(rule.id())) {
            faults.add(file.fault(
                    "duplicate_rule",
                    pointer,
                    "expected each rule id once, but \"" + rule.id() + "\" was used before; rename one"));
            return;
        }
        Rule replaced = rules.remove(rule.id());
        if (replaced != null && replaced.kind() != rule.kind()) {
            faults.add(file.fault(
                    "replaces_other_kind",
                    pointer,
                    "expected a rule that replaces " + rule.id() + " to be of kind " + replaced.kind() + ", but got "
                            + rule.kind() + "; rename it, or waive the base rule"));
        }
        own.add(rule.id());
        rules.put(rule.id(), rule);
    }
}
