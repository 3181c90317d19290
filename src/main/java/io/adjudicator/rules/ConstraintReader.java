package io.adjudicator.rules;

import io.adjudicator.rules.Condition.Compared;
import io.adjudicator.rules.Condition.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the constraints of a hand-written pattern. The language is what it accepts: facts, constants, comparisons, {@code in}
 * and {@code not in} lists, {@code &&}, {@code ||} and parentheses. Calls, dots, brackets, assignments, bindings, regular
 * expressions and everything else that DRL and MVEL know are no words of it.
 */
final class ConstraintReader {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<number>-?[0-9]+(?:\\.[0-9]+)?)|(?<text>\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[\"\\\\])*\")"
                    + "|(?<sign>&&|\\|\\||==|!=|<=|>=|<|>|\\(|\\)|,))");

    private final Vocabulary vocabulary;
    private final List<String> tokens;
    private int next;

    private ConstraintReader(Vocabulary vocabulary, List<String> tokens) {
        this.vocabulary = vocabulary;
        this.tokens = tokens;
    }

    /** Throws {@link Misread}. */
    static Condition read(Vocabulary vocabulary, String text) {
        ConstraintReader reader = new ConstraintReader(vocabulary, tokens(text));
        Condition condition = reader.anyOf();
        if (reader.next < reader.tokens.size()) {
            throw reader.unexpected("&&, || or the end");
        }
        return condition;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        for (; matcher.lookingAt(); matcher.region(end, text.length())) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw Misread.badCondition(
                    "expected only facts, constants, comparisons, in, not in, &&, || and parentheses, but got "
                            + text.substring(end).strip());
        }
        return tokens;
    }

    private Condition anyOf() {
        List<Condition> parts = new ArrayList<>(List.of(allOf()));
        while (accept("||")) {
            parts.add(allOf());
        }
        return Condition.any(parts);
    }

    private Condition allOf() {
        List<Condition> parts = new ArrayList<>(List.of(atom()));
        while (accept("&&")) {
            parts.add(atom());
        }
        return Condition.all(parts);
    }

    private Condition atom() {
        if (accept("(")) {
            Condition inner = anyOf();
            expect(")");
            return inner;
        }
        String name = take("a fact");
        if (!Character.isLetter(name.charAt(0))) {
            next--;
            throw unexpected("a fact");
        }
        FactTerm fact = vocabulary.term(name).orElseThrow(() -> Misread.unknownFact(name));
        if (accept("not")) {
            expect("in");
            return UnaryTests.oneOf(fact, false, list(fact));
        }
        return accept("in") ? UnaryTests.oneOf(fact, true, list(fact)) : compared(fact);
    }

    private Condition compared(FactTerm fact) {
        String symbol = take("a comparison");
        Comparison comparison = Comparison.ofSymbol(symbol).orElseThrow(() -> {
            next--;
            return unexpected("a comparison");
        });
        if (accept("null")) {
            if (comparison.ordersValues()) {
                throw Misread.badCondition(
                        "expected " + fact.name() + " == null or != null, but got " + symbol + " null");
            }
            return new Stated(fact, comparison == Comparison.NOT_EQUAL);
        }
        return new Compared(fact, Constants.ordered(fact, comparison), constant(fact));
    }

    private List<Object> list(FactTerm fact) {
        List<Object> constants = new ArrayList<>();
        expect("(");
        do {
            constants.add(constant(fact));
        } while (accept(","));
        expect(")");
        return constants;
    }

    private Object constant(FactTerm fact) {
        String token = take("a constant");
        char first = token.charAt(0);
        if (first == '"') {
            return Constants.text(fact, token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1"));
        }
        if (first == '-' || Character.isDigit(first)) {
            return Constants.number(fact, token);
        }
        if (token.equals("true") || token.equals("false")) {
            return Constants.truth(fact, Boolean.parseBoolean(token));
        }
        next--;
        throw unexpected("a constant");
    }

    private String take(String what) {
        if (next == tokens.size()) {
            throw unexpected(what);
        }
        return tokens.get(next++);
    }

    private boolean accept(String token) {
        boolean here = next < tokens.size() && tokens.get(next).equals(token);
        next += here ? 1 : 0;
        return here;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw unexpected(token);
        }
    }

    private Misread unexpected(String what) {
        return Misread.badCondition(
                "expected " + what + ", but got " + (next < tokens.size() ? tokens.get(next) : "the end"));
    }
}
