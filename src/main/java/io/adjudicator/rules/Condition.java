package io.adjudicator.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a rule asks of the facts, in Kleene's three-valued logic: it holds, it fails, or an absent fact leaves it open.
 *
 * <p>Contract rows and rule files are both read into this tree, and the DRL that Drools compiles is only ever written from
 * it. Hand-written text never reaches the engine, so there is nothing to inject into.
 */
sealed interface Condition {

    /** A fact compared with a constant; open while the fact is absent. */
    record Compared(FactTerm fact, Comparison comparison, Object constant) implements Condition {}

    /** A fact that is (or is not) one of some constants; open while the fact is absent. */
    record OneOf(FactTerm fact, boolean among, List<Object> constants) implements Condition {}

    /** Whether a fact is there at all; never open. */
    record Stated(FactTerm fact, boolean stated) implements Condition {}

    /** Holds if all parts hold; without parts always. */
    record All(List<Condition> parts) implements Condition {}

    /** Holds if one part holds; without parts never. */
    record Any(List<Condition> parts) implements Condition {}

    static Condition always() {
        return new All(List.of());
    }

    static Condition never() {
        return new Any(List.of());
    }

    static Condition all(List<Condition> parts) {
        List<Condition> flat = new ArrayList<>();
        for (Condition part : parts) {
            if (part.equals(never())) {
                return never();
            }
            addAllOf(flat, part instanceof All nested ? nested.parts() : List.of(part));
        }
        if (flat.stream().anyMatch(part -> part instanceof Stated stated && flat.contains(stated.fails()))) {
            return never(); // a fact both there and not there
        }
        return flat.size() == 1 ? flat.getFirst() : new All(List.copyOf(flat));
    }

    static Condition any(List<Condition> parts) {
        List<Condition> flat = new ArrayList<>();
        for (Condition part : parts) {
            if (part.equals(always())) {
                return always();
            }
            addAllOf(flat, part instanceof Any nested ? nested.parts() : List.of(part));
        }
        return flat.size() == 1 ? flat.getFirst() : new Any(List.copyOf(flat));
    }

    private static void addAllOf(List<Condition> flat, List<Condition> parts) {
        parts.stream().filter(part -> !flat.contains(part)).forEach(flat::add);
    }

    /** The condition that holds exactly where this one surely does not. */
    default Condition fails() {
        return switch (this) {
            case Compared atom -> new Compared(atom.fact(), atom.comparison().opposite(), atom.constant());
            case OneOf atom -> new OneOf(atom.fact(), !atom.among(), atom.constants());
            case Stated atom -> new Stated(atom.fact(), !atom.stated());
            case All all -> any(all.parts().stream().map(Condition::fails).toList());
            case Any any -> all(any.parts().stream().map(Condition::fails).toList());
        };
    }

    /** The condition that holds exactly where an absent fact leaves this one open. */
    default Condition open() {
        return switch (this) {
            case Compared atom -> absent(atom.fact());
            case OneOf atom -> absent(atom.fact());
            case Stated _ -> never();
            case All all
            when speaksOfOneFact(all) ->
                any(all.parts().stream().map(Condition::open).toList());
            case All all ->
                openIf(all.parts().stream().map(Condition::holdsOrOpen).toList(), all.parts());
            case Any any
            when speaksOfOneFact(any) ->
                any(any.parts().stream().map(Condition::open).toList());
            case Any any ->
                openIf(any.parts().stream().map(Condition::failsOrOpen).toList(), any.parts());
        };
    }

    private static Condition openIf(List<Condition> undecided, List<Condition> parts) {
        List<Condition> needed = new ArrayList<>(undecided);
        needed.add(any(parts.stream().map(Condition::open).toList()));
        return all(needed);
    }

    private Condition holdsOrOpen() {
        return switch (this) {
            case Compared _, OneOf _, Stated _ -> any(List.of(open(), this));
            case All all -> all(all.parts().stream().map(Condition::holdsOrOpen).toList());
            case Any any -> any(any.parts().stream().map(Condition::holdsOrOpen).toList());
        };
    }

    private Condition failsOrOpen() {
        return fails().holdsOrOpen();
    }

    private static Condition absent(FactTerm fact) {
        return fact.mayBeUnknown() ? new Stated(fact, false) : never();
    }

    /** All tests of one and the same fact are open together, which makes the simple rows' rules simple. */
    private static boolean speaksOfOneFact(Condition condition) {
        return condition.facts().size() == 1 && !condition.asksForAbsence();
    }

    private boolean asksForAbsence() {
        return switch (this) {
            case Compared _, OneOf _ -> false;
            case Stated _ -> true;
            case All all -> all.parts().stream().anyMatch(Condition::asksForAbsence);
            case Any any -> any.parts().stream().anyMatch(Condition::asksForAbsence);
        };
    }

    /** Whether it can only hold where such an atom does. */
    default boolean needs(Predicate<Condition> atom) {
        return switch (this) {
            case Compared _, OneOf _, Stated _ -> atom.test(this);
            case All all -> all.parts().stream().anyMatch(part -> part.needs(atom));
            case Any any -> any.parts().stream().allMatch(part -> part.needs(atom));
        };
    }

    /** The facts it reads, in the order in which it speaks of them. */
    default Set<FactTerm> facts() {
        Set<FactTerm> facts = new LinkedHashSet<>();
        switch (this) {
            case Compared atom -> facts.add(atom.fact());
            case OneOf atom -> facts.add(atom.fact());
            case Stated atom -> facts.add(atom.fact());
            case All all -> all.parts().forEach(part -> facts.addAll(part.facts()));
            case Any any -> any.parts().forEach(part -> facts.addAll(part.facts()));
        }
        return facts;
    }

    /**
     * Whether, once it holds, no later evidence can undo it: it reads only what the claim stated, and observations in the
     * direction in which they latch.
     */
    default boolean staysTrue() {
        return switch (this) {
            case Compared atom
            when atom.fact().origin() == FactOrigin.OBSERVED ->
                atom.fact().latching() && atom.comparison().latches(atom.constant());
            case OneOf atom -> atom.fact().origin() == FactOrigin.CLAIM;
            case Compared _ -> true;
            case Stated atom -> atom.fact().origin() == FactOrigin.CLAIM;
            case All all -> all.parts().stream().allMatch(Condition::staysTrue);
            case Any any -> any.parts().stream().allMatch(Condition::staysTrue);
        };
    }
}
