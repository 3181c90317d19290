package io.adjudicator.rules;

import io.adjudicator.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** One DRL rule of a file, held against the allow-list and read into a condition. */
record DrlRule(String id, RuleText.Part part, int line, String verb, Condition condition, RuleDescr parsed) {

    private static final Set<String> ANNOTATIONS = Set.of("clause", "says", "kind", "result", "decisive");

    private static final Pattern CONSEQUENCE =
            Pattern.compile("\\s*findings\\s*\\.\\s*([a-zA-Z]+)\\s*\\(\\s*\"([^\"\\\\]*)\"\\s*\\)\\s*;\\s*");

    /** The rule, or nothing after telling all its faults. */
    static Optional<DrlRule> read(RuleDescr parsed, String fileName, Vocabulary vocabulary, Consumer<Fault> faults) {
        Reading reading = new Reading(parsed, fileName, vocabulary);
        Optional<DrlRule> rule = Optional.ofNullable(parsed.getName()).flatMap(reading::rule);
        reading.faults.forEach(faults);
        return reading.faults.isEmpty() ? rule : Optional.empty();
    }

    /** The text of an annotation such as {@code @clause("OF 3.1")}; empty if it is not there. */
    String annotation(String name) {
        AnnotationDescr annotation = parsed.getAnnotation(name);
        if (annotation == null || annotation.getSingleValue() == null) {
            return "";
        }
        String value = annotation.getSingleValue().toString().strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    boolean isAnnotated(String name) {
        return parsed.getAnnotation(name) != null;
    }

    /** Reads one rule and collects what is wrong with it. */
    private static final class Reading {

        private final RuleDescr parsed;
        private final String fileName;
        private final Vocabulary vocabulary;
        private final List<Fault> faults = new ArrayList<>();

        Reading(RuleDescr parsed, String fileName, Vocabulary vocabulary) {
            this.parsed = parsed;
            this.fileName = fileName;
            this.vocabulary = vocabulary;
        }

        Optional<DrlRule> rule(String name) {
            RuleText.Part part = RuleText.Part.ofName(name);
            String id = part.idOf(name);
            faults.addAll(RuleIds.faults(id, fileName + ":" + parsed.getLine()));
            allowOnlyPlainRules();
            Optional<String> verb = verb(id);
            return condition()
                    .flatMap(read -> verb.map(said -> new DrlRule(id, part, parsed.getLine(), said, read, parsed)));
        }

        private void allowOnlyPlainRules() {
            refuseIf(parsed instanceof QueryDescr, "a query");
            refuseIf(parsed.hasParent(), "extends");
            refuseIf(!parsed.getNamedConsequences().isEmpty(), "a named consequence");
            parsed.getAttributes().keySet().forEach(attribute -> refuseIf(true, "the attribute " + attribute));
            parsed.getAnnotationNames().stream()
                    .filter(name -> !ANNOTATIONS.contains(name))
                    .forEach(name -> refuseIf(true, "the annotation @" + name));
        }

        private Optional<String> verb(String id) {
            Matcher call = CONSEQUENCE.matcher(String.valueOf(parsed.getConsequence()));
            if (!call.matches() || !call.group(2).equals(id)) {
                fault(
                        "rule_not_allowed",
                        parsed.getConsequenceLine(),
                        "expected the one consequence findings.…(\"" + id + "\"); but got something else");
                return Optional.empty();
            }
            return Optional.of(call.group(1));
        }

        private Optional<Condition> condition() {
            List<? extends BaseDescr> patterns =
                    parsed.getLhs() == null ? List.of() : parsed.getLhs().getDescrs();
            if (patterns.size() != 1 || !(patterns.getFirst() instanceof PatternDescr pattern) || !isPlain(pattern)) {
                fault(
                        "rule_not_allowed",
                        parsed.getLine(),
                        "expected exactly one pattern OutcomeFacts( … ) without binding, from, window or anything around it");
                return Optional.empty();
            }
            List<Condition> parts = new ArrayList<>();
            pattern.getDescrs().forEach(constraint -> constraint(constraint, parts::add));
            return Optional.of(Condition.all(parts));
        }

        private static boolean isPlain(PatternDescr pattern) {
            return FactClass.SIMPLE_NAME.equals(pattern.getObjectType())
                    && pattern.getIdentifier() == null
                    && pattern.getSource() == null
                    && pattern.getBehaviors().isEmpty()
                    && pattern.getAnnotationNames().isEmpty()
                    && !pattern.isQuery();
        }

        private void constraint(BaseDescr constraint, Consumer<Condition> parts) {
            if (!(constraint instanceof ExprConstraintDescr named)
                    || named.getType() != ExprConstraintDescr.Type.NAMED) {
                fault("rule_not_allowed", constraint.getLine(), "expected named constraints, but got a positional one");
                return;
            }
            try {
                parts.accept(ConstraintReader.read(vocabulary, named.getExpression()));
            } catch (Misread misread) {
                fault(misread.code(), constraint.getLine(), misread.explanation());
            }
        }

        private void refuseIf(boolean found, String what) {
            if (found) {
                fault("rule_not_allowed", parsed.getLine(), "expected a plain rule, but got " + what);
            }
        }

        private void fault(String code, int line, String message) {
            faults.add(new Fault(code, fileName + ":" + line, message));
        }
    }
}
