package io.adjudicator.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a fact can have: between the two that its unit names ({@code 1 to 5}), or else from zero, because counts and
 * amounts are never less. Where a table itself speaks of numbers below zero, there is no least one.
 */
record NumberLine(boolean whole, Optional<BigDecimal> least, Optional<BigDecimal> most) {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,9}) to (\\d{1,9})");

    static NumberLine of(FactTerm fact, SortedSet<BigDecimal> ends) {
        boolean whole = fact.type() == FactType.INTEGER;
        Matcher span = SPAN.matcher(fact.unit());
        if (span.matches()) {
            return new NumberLine(
                    whole, Optional.of(new BigDecimal(span.group(1))), Optional.of(new BigDecimal(span.group(2))));
        }
        boolean below = !ends.isEmpty() && ends.first().signum() < 0;
        return new NumberLine(whole, below ? Optional.empty() : Optional.of(BigDecimal.ZERO), Optional.empty());
    }

    /** A number for each of the ends and each of the stretches between, before and after them, in their order. */
    List<BigDecimal> cells(SortedSet<BigDecimal> ends) {
        List<BigDecimal> cells = new ArrayList<>();
        Optional<BigDecimal> previous = Optional.empty();
        for (BigDecimal end : ends) {
            between(previous, Optional.of(end)).ifPresent(cells::add);
            Optional.of(end).filter(this::holds).ifPresent(cells::add);
            previous = Optional.of(end);
        }
        between(previous, Optional.empty()).ifPresent(cells::add);
        return cells;
    }

    private boolean holds(BigDecimal number) {
        return least.filter(from -> number.compareTo(from) < 0).isEmpty()
                && most.filter(to -> number.compareTo(to) > 0).isEmpty();
    }

    /** A short number between two others, both excluded. */
    private Optional<BigDecimal> between(Optional<BigDecimal> from, Optional<BigDecimal> to) {
        return candidate(from, to)
                .filter(this::holds)
                .filter(number -> from.filter(end -> number.compareTo(end) <= 0).isEmpty())
                .filter(number -> to.filter(end -> number.compareTo(end) >= 0).isEmpty());
    }

    private Optional<BigDecimal> candidate(Optional<BigDecimal> from, Optional<BigDecimal> to) {
        if (from.isEmpty() || least.filter(end -> end.compareTo(from.get()) > 0).isPresent()) {
            return least.or(() -> to.map(end -> end.subtract(BigDecimal.ONE))).or(() -> Optional.of(BigDecimal.ZERO));
        }
        int finest = whole
                ? 0
                : to.map(end -> Math.max(end.scale(), from.get().scale()) + 1).orElse(0);
        for (int scale = 0; scale <= finest; scale++) {
            BigDecimal next = from.get().setScale(scale, RoundingMode.FLOOR).add(BigDecimal.ONE.movePointLeft(scale));
            if (to.isEmpty() || next.compareTo(to.get()) < 0) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
