package io.adjudicator.recount;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.kernel.Unit;
import io.adjudicator.rating.Price;
import io.adjudicator.recount.Bill.Matched;
import io.adjudicator.recount.BillLine.State;
import io.adjudicator.recount.Recounted.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares a bill with the decisions that stand. Pure. */
public final class Recount {

    private final Matched bill;
    private final BilledPrice price;
    private final Doubt doubt;
    private final Map<SourceId, Amount> dues;

    private Recount(Matched bill, BilledPrice price, Doubt doubt, Map<SourceId, Amount> dues) {
        this.bill = bill;
        this.price = price;
        this.doubt = doubt;
        this.dues = dues;
    }

    /**
     * Every claim in order of time, then everything that was billed without one.
     *
     * @param open what the export left empty, by claim
     * @param unit of what is billed without a claim
     */
    public static List<Recounted> of(
            List<Decided> all, Bill bill, BilledPrice price, Map<SourceId, List<OpenQuestion>> open, Unit unit) {
        Matched matched = bill.match(all.stream().map(Decided::identity).toList());
        Recount recount = new Recount(matched, price, new Doubt(matched, open), Dues.of(all));
        List<Recounted> lines = new ArrayList<>();
        all.stream().sorted(Decided.BY_TIME).map(recount::compare).forEach(lines::add);
        matched.ofNone().stream().map(line -> recount.withoutRecord(line, unit)).forEach(lines::add);
        return lines;
    }

    /** The bill that would be written under these decisions. */
    public static Bill bill(List<Decided> all) {
        return new Bill(Dues.of(all).entrySet().stream()
                .filter(due -> due.getValue().number().signum() != 0)
                .map(due -> new BillLine(
                        Optional.of(due.getKey().source()),
                        due.getKey().id(),
                        State.BILLED,
                        Optional.of(due.getValue().number())))
                .toList());
    }

    private Recounted compare(Decided decided) {
        Amount due = Objects.requireNonNull(dues.get(decided.identity()));
        List<BillLine> lines = bill.lines(decided.identity()).stream()
                .filter(line -> line.state() == State.BILLED)
                .toList();
        Amount billed =
                lines.stream().map(line -> price.of(line, decided, due)).reduce(Amount.zero(due.unit()), Amount::plus);
        return doubt.about(decided)
                .map(ground -> line(decided, Result.NOT_SETTLED, billed, Amount.zero(due.unit()), ground))
                .orElseGet(() -> settled(decided, lines.size(), billed, due));
    }

    private static Recounted settled(Decided decided, int lines, Amount billed, Amount due) {
        Result result = result(decided, billed, due);
        return line(decided, result, billed, due, ground(decided, result, lines, billed, due));
    }

    private static Ground ground(Decided decided, Result result, int lines, Amount billed, Amount due) {
        if (result == Result.BILLED_AT_ANOTHER_PRICE) {
            return otherPrice(decided, lines, billed, due);
        }
        boolean forTheInteraction = result == Result.BILLABLE_NOT_BILLED && !decided.isBillable();
        return forTheInteraction ? Ground.ofFees(decided.decision()) : Ground.of(decided.decision());
    }

    /** An outcome that is not billable may still owe the fees of its interaction; what is billed beyond them is billed for the outcome. */
    private static Result result(Decided decided, Amount billed, Amount due) {
        if (billed.equals(due)) {
            return Result.AGREED;
        }
        if (billed.number().signum() == 0) {
            return Result.BILLABLE_NOT_BILLED;
        }
        boolean more = billed.minus(due).number().signum() > 0;
        return more && !decided.isBillable() ? Result.BILLED_NOT_BILLABLE : Result.BILLED_AT_ANOTHER_PRICE;
    }

    private static Ground otherPrice(Decided decided, int lines, Amount billed, Amount due) {
        Ground decision = Ground.of(decided.decision());
        String working =
                decided.decision().judgement().price().map(Price::working).orElse("for the interaction alone");
        return new Ground(
                decision.clause(),
                lines > 1 ? "billed_more_than_once" : "another_price",
                List.of(),
                List.of("Billed were " + billed + " in " + lines + (lines == 1 ? " line" : " lines") + "; due are "
                        + due + " (" + decision.clause() + ": " + working + ")."));
    }

    private static Recounted line(Decided decided, Result result, Amount billed, Amount due, Ground ground) {
        return new Recounted(
                decided.identity(), Optional.of(decided.claim().occurredAt()), result, billed, due, ground);
    }

    private Recounted withoutRecord(BillLine line, Unit unit) {
        return new Recounted(
                line.named(),
                Optional.empty(),
                Result.NOT_SETTLED,
                price.withoutRecord(line, unit),
                Amount.zero(unit),
                new Ground(
                        "",
                        "no_record",
                        List.of("a record of the claim"),
                        List.of("It was billed, but no record tells of it.")));
    }
}
