package io.adjudicator.recount;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import io.adjudicator.recount.Recounted.Result;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A recount's counts and amounts in one unit; amounts of different units are never added.
 *
 * @param billed all that the vendor charges, settled or not
 * @param due all that the contract says, of what can be settled
 * @param unsettled what the vendor charges for outcomes that cannot be settled
 * @param overbilled lines charged too much, by how much
 * @param underbilled lines charged too little, by how much
 */
public record RecountTotals(
        Unit unit,
        Group billed,
        Group due,
        Group unsettled,
        Map<Result, Long> counts,
        Group overbilled,
        Group underbilled) {

    /** How many outcomes, and what they come to. */
    public record Group(long outcomes, Amount amount) {

        static Group of(Unit unit, Stream<Amount> amounts) {
            List<Amount> all =
                    amounts.filter(amount -> amount.number().signum() != 0).toList();
            return new Group(all.size(), all.stream().reduce(Amount.zero(unit), Amount::plus));
        }
    }

    /** One for each unit that occurs. */
    public static List<RecountTotals> of(List<Recounted> lines) {
        return lines.stream()
                .map(line -> line.billed().unit())
                .distinct()
                .map(unit -> of(
                        unit,
                        lines.stream()
                                .filter(line -> line.billed().unit().equals(unit))
                                .toList()))
                .toList();
    }

    private static RecountTotals of(Unit unit, List<Recounted> lines) {
        Map<Result, Long> counts = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            counts.put(
                    result,
                    lines.stream().filter(line -> line.result() == result).count());
        }
        return new RecountTotals(
                unit,
                Group.of(unit, lines.stream().map(Recounted::billed)),
                Group.of(unit, lines.stream().map(Recounted::due)),
                Group.of(
                        unit,
                        lines.stream()
                                .filter(line -> line.result() == Result.NOT_SETTLED)
                                .map(Recounted::billed)),
                counts,
                Group.of(unit, lines.stream().map(Recounted::over)),
                Group.of(unit, lines.stream().map(Recounted::under)));
    }

    public long count(Result result) {
        return counts.getOrDefault(result, 0L);
    }

    /** Charged too much, in all. */
    public Amount over() {
        return overbilled.amount();
    }

    /** Charged too little, in all. */
    public Amount under() {
        return underbilled.amount();
    }

    /** Above zero: the vendor owes the customer. What cannot be settled is not in it. */
    public Amount net() {
        return over().minus(under());
    }
}
