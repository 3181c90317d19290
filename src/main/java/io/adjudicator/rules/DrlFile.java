package io.adjudicator.rules;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads a hand-written rule file, and lets through only what the allow-list knows.
 *
 * <p>A file's text is parsed, never compiled: what Drools gets is written anew from the conditions that were read. Of a rule
 * {@code ID}, the parts {@code ID not met} and {@code ID unknown} are derived where the file does not write them itself.
 */
public final class DrlFile {

    /** Characters; a rule has sixty lines at most. */
    private static final int LONGEST = 64_000;

    /** Parentheses in parentheses; the parser backtracks, so that deep nesting would keep it busy for hours. */
    private static final int DEEPEST = 12;

    private final String fileName;
    private final Vocabulary vocabulary;
    private final RuleOrigin origin;
    private final List<Fault> faults = new ArrayList<>();

    private DrlFile(String fileName, Vocabulary vocabulary, RuleOrigin origin) {
        this.fileName = fileName;
        this.vocabulary = vocabulary;
        this.origin = origin;
    }

    /** The file's rules in its order. Throws {@code Refused} with all faults, each at {@code file:line}. */
    public static List<Rule> read(String fileName, String text, Vocabulary vocabulary, RuleOrigin origin) {
        DrlFile file = new DrlFile(fileName, vocabulary, origin);
        List<Rule> rules = file.rules(text);
        if (!file.faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, file.faults);
        }
        return rules;
    }

    private List<Rule> rules(String text) {
        Map<String, Map<RuleText.Part, DrlRule>> byId = new LinkedHashMap<>();
        parse(text).ifPresent(parsed -> {
            allowOnlyRules(parsed);
            parsed.getRules()
                    .forEach(rule -> DrlRule.read(rule, fileName, vocabulary, faults::add)
                            .ifPresent(read -> file(read, byId)));
            if (parsed.getRules().isEmpty()) {
                fault("rule_not_allowed", 1, "expected a rule, but got none");
            }
        });
        List<Rule> rules = new ArrayList<>();
        byId.forEach((id, parts) -> rule(id, parts).ifPresent(rules::add));
        return rules;
    }

    private Optional<PackageDescr> parse(String text) {
        if (text.length() > LONGEST || nesting(text) > DEEPEST) {
            fault(
                    "rule_not_allowed",
                    1,
                    "expected at most " + LONGEST + " characters and " + DEEPEST + " nested parentheses");
            return Optional.empty();
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr parsed = parser.parse(false, text);
            parser.getErrors()
                    .forEach(error -> fault(
                            "rules_do_not_parse",
                            Arrays.stream(error.getLines()).findFirst().orElse(1),
                            error.getMessage()));
            return parser.hasErrors() ? Optional.empty() : Optional.ofNullable(parsed);
        } catch (DroolsParserException e) {
            fault("rules_do_not_parse", 1, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static int nesting(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private void allowOnlyRules(PackageDescr parsed) {
        refuseIf(!parsed.getFunctions().isEmpty(), "a function");
        refuseIf(!parsed.getGlobals().isEmpty(), "a global");
        refuseIf(
                !parsed.getTypeDeclarations().isEmpty()
                        || !parsed.getEnumDeclarations().isEmpty(),
                "a declared type");
        refuseIf(
                !parsed.getEntryPointDeclarations().isEmpty()
                        || !parsed.getWindowDeclarations().isEmpty(),
                "an entry point or window");
        refuseIf(!parsed.getAttributes().isEmpty(), "an attribute of the package");
        refuseIf(parsed.getUnit() != null, "a rule unit");
        refuseIf(
                !parsed.getFunctionImports().isEmpty()
                        || !parsed.getAccumulateImports().isEmpty(),
                "an import of a function");
        parsed.getImports().stream()
                .filter(imported -> !imported.getTarget().equals("io.adjudicator.rules.facts.*"))
                .forEach(imported -> refuseIf(true, "an import of " + imported.getTarget()));
    }

    private void refuseIf(boolean found, String what) {
        if (found) {
            fault(
                    "rule_not_allowed",
                    1,
                    "expected rules only, importing io.adjudicator.rules.facts.*, but got " + what);
        }
    }

    private void file(DrlRule rule, Map<String, Map<RuleText.Part, DrlRule>> byId) {
        if (byId.computeIfAbsent(rule.id(), _ -> new LinkedHashMap<>()).put(rule.part(), rule) != null) {
            fault("rule_not_allowed", rule.line(), "expected each rule once, but got this one again");
        }
    }

    private Optional<Rule> rule(String id, Map<RuleText.Part, DrlRule> parts) {
        DrlRule main = parts.get(RuleText.Part.HOLDS);
        if (main == null) {
            parts.values()
                    .forEach(
                            part -> fault("rule_not_allowed", part.line(), "expected a rule \"" + id + "\" beside it"));
            return Optional.empty();
        }
        Optional<RuleKind> kind = Arrays.stream(RuleKind.values())
                .filter(known -> known.name().equalsIgnoreCase(main.annotation("kind")))
                .findAny();
        if (kind.isEmpty()) {
            fault("rule_not_allowed", main.line(), "expected @kind(criterion), (exclusion), (tier) or (review)");
            return Optional.empty();
        }
        check(main, kind.get(), parts);
        return Optional.of(rule(main, kind.get(), parts));
    }

    private void check(DrlRule main, RuleKind kind, Map<RuleText.Part, DrlRule> parts) {
        for (String needed : List.of("clause", "result")) {
            if (main.annotation(needed).isBlank()) {
                fault("rule_not_allowed", main.line(), "expected @" + needed + "(\"…\")");
            }
        }
        parts.values().stream()
                .filter(part -> RuleText.says(kind, part.part())
                        .filter(finding -> RuleText.verb(finding).equals(part.verb()))
                        .isEmpty())
                .forEach(part -> fault(
                        "rule_not_allowed",
                        part.line(),
                        "expected what a " + kind + " may say here, but got " + part.verb()));
        if (main.isAnnotated("decisive")
                && !(kind == RuleKind.EXCLUSION && main.condition().staysTrue())) {
            fault(
                    "rule_not_allowed",
                    main.line(),
                    "expected @decisive only on an exclusion that later evidence can't undo");
        }
    }

    private Rule rule(DrlRule main, RuleKind kind, Map<RuleText.Part, DrlRule> parts) {
        StringBuilder drl = new StringBuilder();
        for (RuleText.Part part : RuleText.Part.values()) {
            DrlRule written = parts.get(part);
            drl.append(RuleText.one(
                    main.id(), kind, part, written == null ? part.of(main.condition()) : written.condition()));
        }
        return new Rule(
                main.id(),
                kind,
                origin,
                main.annotation("clause"),
                main.annotation("result"),
                main.isAnnotated("says") ? main.annotation("says") : ConditionWords.of(main.condition()),
                parts.values().stream()
                        .flatMap(part -> part.condition().facts().stream())
                        .map(FactTerm::name)
                        .distinct()
                        .toList(),
                main.isAnnotated("decisive"),
                drl.toString());
    }

    private void fault(String code, int line, String message) {
        faults.add(new Fault(code, fileName + ":" + line, message));
    }
}
