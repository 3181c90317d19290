package io.adjudicator.recount;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import io.adjudicator.recount.Recounted.Result;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A recount's counts and amounts in one unit; amounts of different units are never added.
 *
 * @param billed all that the vendor charges, settled or not
 * @param due all that the contract says, of what can be settled
 * @param unsettled what the vendor charges for outcomes that cannot be settled
 * @param parts by result; every result is there
 * @param overbilled lines charged too much, by how much
 * @param underbilled lines charged too little, by how much
 */
public record RecountTotals(
        Unit unit,
        Group billed,
        Group due,
        Group unsettled,
        Map<Result, Part> parts,
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

    /** All outcomes of one result. */
    record Part(long outcomes, Amount over, Amount under) {

        static Part of(Unit unit, List<Recounted> lines) {
            return new Part(lines.size(), sum(unit, lines, Recounted::over), sum(unit, lines, Recounted::under));
        }

        private static Amount sum(Unit unit, List<Recounted> lines, Function<Recounted, Amount> amount) {
            return lines.stream().map(amount).reduce(Amount.zero(unit), Amount::plus);
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
        Map<Result, Part> parts = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            parts.put(
                    result,
                    Part.of(
                            unit,
                            lines.stream()
                                    .filter(line -> line.result() == result)
                                    .toList()));
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
                parts,
                Group.of(unit, lines.stream().map(Recounted::over)),
                Group.of(unit, lines.stream().map(Recounted::under)));
    }

    public long count(Result result) {
        return part(result).outcomes();
    }

    Amount over(Result result) {
        return part(result).over();
    }

    Amount under(Result result) {
        return part(result).under();
    }

    private Part part(Result result) {
        return Objects.requireNonNull(parts.get(result));
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
