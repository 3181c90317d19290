package io.adjudicator.rules;

import io.adjudicator.kernel.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Runs the examples beside a rule file: {@code rule: ID} and {@code cases}, each with a name ({@code case}), {@code facts} and
 * what the rule {@code finds}: met, not met, unknown, excluded, tier, review or silent.
 */
public final class RuleCases {

    private static final String SILENT = "silent";

    private final RuleSet rules;
    private final Vocabulary vocabulary;
    private final String fileName;
    private final List<Fault> faults = new ArrayList<>();

    private RuleCases(RuleSet rules, String fileName) {
        this.rules = rules;
        this.vocabulary = rules.source().vocabulary();
        this.fileName = fileName;
    }

    /** What is wrong: a case that fails, one that can't be read, or a rule without both a firing and a silent (or failing) one. */
    public static List<Fault> run(RuleSet rules, String fileName, String yaml) {
        RuleCases cases = new RuleCases(rules, fileName);
        try {
            if (reader().load(yaml) instanceof Map<?, ?> file
                    && file.get("rule") instanceof String id
                    && file.get("cases") instanceof List<?> examples) {
                cases.run(id, examples);
            } else {
                cases.fault("expected rule and cases");
            }
        } catch (YAMLException e) {
            cases.fault("expected YAML, but " + e.getMessage());
        }
        return cases.faults;
    }

    /** Every scalar as its text: the vocabulary decides what it is, and no decimal goes through a double. */
    private static Yaml reader() {
        LoaderOptions options = new LoaderOptions();
        DumperOptions dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                // none: see above
            }
        });
    }

    private void run(String id, List<?> examples) {
        if (rules.source().rules().stream().noneMatch(rule -> rule.id().equals(id))) {
            fault("expected cases of a rule of this rule set, but got " + id);
            return;
        }
        List<String> expected = new ArrayList<>();
        for (Object example : examples) {
            if (example instanceof Map<?, ?> members && members.get("facts") instanceof Map<?, ?> facts) {
                String finds = String.valueOf(members.get("finds"));
                expected.add(finds);
                runOne(id, String.valueOf(members.get("case")), facts, finds);
            } else {
                fault("expected case, facts and finds, but got " + example);
            }
        }
        requireBothSides(id, expected);
    }

    private void requireBothSides(String id, List<String> expected) {
        if (expected.stream().allMatch(RuleCases::holdsBack)
                || expected.stream().noneMatch(RuleCases::holdsBack)) {
            fault("expected of " + id + " at least one case that fires and one that does not");
        }
    }

    private static boolean holdsBack(String finds) {
        return finds.equals(SILENT) || finds.equals("not met");
    }

    private void runOne(String id, String name, Map<?, ?> stated, String finds) {
        Facts facts = vocabulary.facts();
        try {
            stated.forEach((fact, value) -> facts.set((String) fact, typed((String) fact, String.valueOf(value))));
        } catch (IllegalArgumentException e) {
            fault(id + ", " + name + ": " + e.getMessage());
            return;
        }
        String found = rules.findings(facts).stream()
                .filter(finding -> finding.rule().id().equals(id))
                .map(finding -> finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String said = found.isEmpty() ? SILENT : found;
        if (!said.equals(finds)) {
            fault("expected " + id + ", " + name + ", to find " + finds + ", but it is " + said);
        }
    }

    private Object typed(String fact, String value) {
        FactType type = vocabulary.terms().get(vocabulary.index(fact)).type();
        return switch (type) {
            case BOOLEAN ->
                switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw new IllegalArgumentException("expected true or false for " + fact + ", but got " + value);
                };
            case INTEGER -> Long.valueOf(value);
            case DECIMAL -> new BigDecimal(value);
            case TEXT -> value;
        };
    }

    private void fault(String message) {
        faults.add(new Fault("case_fails", fileName, message));
    }
}
