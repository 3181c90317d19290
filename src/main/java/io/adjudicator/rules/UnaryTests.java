package io.adjudicator.rules;

import io.adjudicator.rules.Condition.Compared;
import io.adjudicator.rules.Condition.OneOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.RangeNode.IntervalBoundary;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Parser;

/**
 * Reads one row's unary tests (DMN 1.5, section 7.3.1; FEEL grammar rules 12 to 17) on one fact. Only constants: calls,
 * names and arithmetic are refused.
 */
final class UnaryTests {

    /** Characters; more than any negotiated condition needs, and little enough that no nesting can hurt the parser. */
    private static final int LONGEST = 1_000;

    private final FactTerm fact;

    private UnaryTests(FactTerm fact) {
        this.fact = fact;
    }

    /** Throws {@link Misread} with what is wrong, in words for the person who wrote the row. */
    static Condition read(FactTerm fact, String text) {
        if (text.length() > LONGEST) {
            throw Misread.badCondition(
                    "expected a condition of at most " + LONGEST + " characters, but got " + text.length());
        }
        UnaryTestListNode list = parse(text);
        Condition condition = new UnaryTests(fact).anyOf(list.getElements());
        return list.isNegated() ? condition.fails() : condition;
    }

    private static UnaryTestListNode parse(String text) {
        List<String> complaints = new ArrayList<>();
        FEELEventListenersManager listeners = new FEELEventListenersManager();
        listeners.addListener(event -> complaints.add(event.getMessage()));
        FEEL_1_1Parser parser = FEELParser.parse(listeners, text, Map.of(), Map.of(), List.of(), List.of(), null);
        var tree = parser.unaryTestsRoot();
        if (!complaints.isEmpty() || parser.getNumberOfSyntaxErrors() > 0) {
            throw Misread.badCondition(
                    "expected a condition such as >= 2, [3..8], \"a\",\"b\", not(\"x\") or true, but got " + text
                            + (complaints.isEmpty() ? "" : " (" + complaints.getFirst() + ")"));
        }
        if (tree.accept(new ASTBuilderVisitor(Map.of(), null)) instanceof UnaryTestListNode list) {
            return list;
        }
        throw Misread.badCondition("expected a condition such as >= 2, but got " + text);
    }

    private Condition anyOf(List<BaseNode> tests) {
        List<Object> constants = new ArrayList<>();
        List<Condition> parts = new ArrayList<>();
        for (BaseNode test : tests) {
            if (test instanceof RangeNode || test instanceof UnaryTestNode) {
                parts.add(test(test));
            } else {
                constants.add(constant(test));
            }
        }
        if (!constants.isEmpty()) {
            parts.addFirst(oneOf(fact, true, constants));
        }
        return Condition.any(parts);
    }

    /** Decimals are listed one by one, because equal values may have unlike digits (1.0 and 1.00). */
    static Condition oneOf(FactTerm fact, boolean among, List<Object> constants) {
        if (constants.size() > 1 && fact.type() != FactType.DECIMAL && fact.type() != FactType.BOOLEAN) {
            return new OneOf(fact, among, constants.stream().distinct().toList());
        }
        Condition one = Condition.any(constants.stream()
                .map(constant -> (Condition) new Compared(fact, Comparison.EQUAL, constant))
                .toList());
        return among ? one : one.fails();
    }

    private Condition test(BaseNode node) {
        return switch (node) {
            case RangeNode range -> range(range);
            case UnaryTestNode test
            when test.getOperator() == UnaryTestNode.UnaryOperator.NE ->
                new Compared(fact, Comparison.NOT_EQUAL, constant(test.getValue()));
            default ->
                throw Misread.badCondition(
                        "expected constants, ranges and comparisons only, but got " + node.getText());
        };
    }

    private Condition range(RangeNode range) {
        List<Condition> bounds = new ArrayList<>();
        if (!(range.getStart() instanceof UndefinedValueNode)) {
            boolean closed = range.getLowerBound() == IntervalBoundary.CLOSED;
            bounds.add(bound(closed ? Comparison.AT_LEAST : Comparison.MORE, range.getStart()));
        }
        if (!(range.getEnd() instanceof UndefinedValueNode)) {
            boolean closed = range.getUpperBound() == IntervalBoundary.CLOSED;
            bounds.add(bound(closed ? Comparison.AT_MOST : Comparison.LESS, range.getEnd()));
        }
        return bounds.size() == 2
                ? between(range, (Compared) bounds.get(0), (Compared) bounds.get(1))
                : Condition.all(bounds);
    }

    private Condition between(RangeNode range, Compared from, Compared to) {
        int order = Constants.compare(from.constant(), to.constant());
        boolean bothClosed = from.comparison() == Comparison.AT_LEAST && to.comparison() == Comparison.AT_MOST;
        if (order == 0 && bothClosed) {
            return new Compared(fact, Comparison.EQUAL, from.constant());
        }
        if (order >= 0) {
            throw Misread.badCondition("expected a range that something can lie in, but got " + range.getText());
        }
        return Condition.all(List.of(from, to));
    }

    private Compared bound(Comparison comparison, BaseNode node) {
        return new Compared(fact, Constants.ordered(fact, comparison), constant(node));
    }

    private Object constant(ASTNode node) {
        return switch (node) {
            case StringNode text -> Constants.text(fact, text.getValue());
            case BooleanNode truth -> Constants.truth(fact, truth.getValue());
            case NumberNode number -> Constants.number(fact, number.getText());
            case SignedUnaryNode signed
            when signed.getExpression() instanceof NumberNode number ->
                Constants.number(
                        fact, (signed.getSign() == SignedUnaryNode.Sign.NEGATIVE ? "-" : "") + number.getText());
            default ->
                throw Misread.badCondition("expected a constant, but got " + node.getText()
                        + "; calls, names, arithmetic and null are not for contract rows");
        };
    }
}
