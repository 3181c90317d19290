package io.adjudicator.rules;

import io.adjudicator.rules.facts.Findings;
import java.util.stream.Collectors;

/** The parts of a rule set's DRL that do not come from its rules. */
final class RuleSetText {

    static final String HEADER = """
            package %s;

            import %s;

            global Findings findings;
            """.formatted(FactClass.PACKAGE, Findings.class.getName());

    /** Fields that whoever runs the printed rules fills as {@link Screening} does; always true is correct as well. */
    private static final String SCREENING = """
                %s : boolean // true if any true-or-false fact that these rules read is true
                %s : boolean // true if any fact that these rules read is null
            """.formatted(Screening.SEEN, Screening.MISSING);

    private RuleSetText() {}

    static String declaration(Vocabulary vocabulary) {
        return vocabulary.terms().stream()
                .map(term ->
                        "    " + term.name() + " : " + term.type().javaType().getName() + "\n")
                .collect(Collectors.joining("", "declare " + FactClass.SIMPLE_NAME + "\n" + SCREENING, "end\n"));
    }

    /** The clause and the plain words above the rule, as a comment that they cannot leave. */
    static String withHeader(Rule rule) {
        return "// " + oneLine(rule.clause()) + ": " + oneLine(rule.says()) + "\n// " + rule.kind() + ", "
                + rule.origin() + ": " + oneLine(rule.result()) + "\n" + rule.drl();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u0085]+", " ").replace('\\', '/');
    }
}
