package io.adjudicator.rules;

import io.adjudicator.rules.Condition.All;
import io.adjudicator.rules.Condition.Any;
import io.adjudicator.rules.Condition.Compared;
import io.adjudicator.rules.Condition.OneOf;
import io.adjudicator.rules.Condition.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes conditions as DRL constraints whose every test of an absent fact is false, whatever Drools makes of null. */
final class ConditionText {

    private ConditionText() {}

    /** For between the parentheses of a pattern: the top-level parts with commas, so that rules share their nodes. */
    static String constraints(Condition condition) {
        List<Condition> parts = condition instanceof All all ? all.parts() : List.of(condition);
        List<String> constraints = new ArrayList<>();
        Screening.firstTestOf(condition).ifPresent(constraints::add);
        for (Condition part : parts) {
            guard(part).ifPresent(constraints::add);
            constraints.add(part instanceof Any ? nested(part) : test(part));
        }
        return constraints.stream().distinct().collect(Collectors.joining(", "));
    }

    private static String nested(Condition condition) {
        return switch (condition) {
            case Compared _, OneOf _, Stated _ ->
                guard(condition)
                        .map(guard -> "(" + guard + " && " + test(condition) + ")")
                        .orElseGet(() -> test(condition));
            case All all when all.parts().isEmpty() -> "true";
            case All all ->
                all.parts().stream().map(ConditionText::nested).collect(Collectors.joining(" && ", "(", ")"));
            case Any any when any.parts().isEmpty() -> "false";
            case Any any ->
                any.parts().stream().map(ConditionText::nested).collect(Collectors.joining(" || ", "(", ")"));
        };
    }

    private static Optional<String> guard(Condition condition) {
        return switch (condition) {
            case Compared atom
            when atom.fact().mayBeUnknown() -> Optional.of(atom.fact().name() + " != null");
            case OneOf atom
            when atom.fact().mayBeUnknown() -> Optional.of(atom.fact().name() + " != null");
            case Compared _, OneOf _, Stated _, All _, Any _ -> Optional.empty();
        };
    }

    private static String test(Condition condition) {
        return switch (condition) {
            case Compared atom ->
                atom.fact().name() + " " + atom.comparison().symbol() + " " + literal(atom.constant());
            case OneOf atom ->
                atom.fact().name() + (atom.among() ? " in (" : " not in (")
                        + atom.constants().stream().map(ConditionText::literal).collect(Collectors.joining(", ")) + ")";
            case Stated atom -> atom.fact().name() + (atom.stated() ? " != null" : " == null");
            case All _, Any _ -> nested(condition);
        };
    }

    static String literal(Object constant) {
        return switch (constant) {
            case Boolean truth -> truth.toString();
            case Long whole when whole == whole.intValue() -> whole.toString(); // MVEL would read 3L anew at every test
            case Long whole -> whole + "L";
            case BigDecimal exact -> exact.toPlainString() + "B";
            case String text -> quoted(text);
            default -> throw new IllegalStateException("expected a constant of the four types, but got " + constant);
        };
    }

    /**
     * A DRL string literal. Whatever is not plain is written as a Unicode escape, so that it can end nothing; in capitals,
     * because MVEL reads no others.
     */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
            out.append(plain ? String.valueOf(c) : "\\u%04X".formatted((int) c));
        }
        return out.append('"').toString();
    }
}
