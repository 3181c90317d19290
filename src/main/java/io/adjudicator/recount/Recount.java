package io.adjudicator.recount;

import io.adjudicator.adjudication.Decision;
import io.adjudicator.adjudication.Verdict;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.kernel.Unit;
import io.adjudicator.recount.Bill.Matched;
import io.adjudicator.recount.BillLine.State;
import io.adjudicator.recount.Recounted.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a bill with the decisions that stand. Pure. An outcome that is not settled stays so whatever the bill says of it: neither
 * party may count the doubt for itself.
 */
public final class Recount {

    private static final Comparator<Decision> BY_TIME = Comparator.comparing(
                    (Decision decision) -> decision.file().claim().occurredAt())
            .thenComparing(decision -> decision.file().claim().identity());

    private final Matched bill;
    private final BilledPrice price;
    private final Map<SourceId, List<OpenQuestion>> open;

    private Recount(Matched bill, BilledPrice price, Map<SourceId, List<OpenQuestion>> open) {
        this.bill = bill;
        this.price = price;
        this.open = open;
    }

    /**
     * Every claim, and everything that was billed without one, in order of time.
     *
     * @param decisions the standing one of each claim
     * @param open what the export left empty, by claim
     * @param unit of what is billed without a claim
     */
    public static List<Recounted> of(
            List<Decision> decisions, Bill bill, BilledPrice price, Map<SourceId, List<OpenQuestion>> open, Unit unit) {
        Matched matched = bill.match(decisions.stream()
                .map(decision -> decision.file().claim().identity())
                .toList());
        Recount recount = new Recount(matched, price, open);
        List<Recounted> all = new ArrayList<>();
        decisions.stream().sorted(BY_TIME).map(recount::compare).forEach(all::add);
        matched.ofNone().stream().map(line -> recount.withoutRecord(line, unit)).forEach(all::add);
        return all;
    }

    private Recounted compare(Decision decision) {
        SourceId claim = decision.file().claim().identity();
        List<BillLine> lines = bill.lines(claim);
        Amount billed = billed(lines, decision);
        return unsettled(decision, lines)
                .map(ground -> line(decision, Result.NOT_SETTLED, billed, Amount.zero(decision.unit()), ground))
                .orElseGet(() -> settled(decision, lines, billed));
    }

    private Amount billed(List<BillLine> lines, Decision decision) {
        Amount sum = Amount.zero(decision.unit());
        for (BillLine line : lines) {
            if (line.state() == State.BILLED) {
                sum = sum.plus(price.of(line, decision));
            }
        }
        return sum;
    }

    private Optional<Ground> unsettled(Decision decision, List<BillLine> lines) {
        SourceId claim = decision.file().claim().identity();
        if (lines.stream().anyMatch(line -> line.state() == State.UNKNOWN)) {
            return Optional.of(Ground.beside(
                    decision, "unknown_if_billed", List.of("billed"), "The bill does not say whether it was billed."));
        }
        if (bill.inDoubt().contains(claim)) {
            return Optional.of(Ground.beside(
                    decision,
                    "claim_in_doubt",
                    List.of("source"),
                    "Several sources have a claim \"" + claim.id() + "\"; the bill does not say whose it means."));
        }
        return switch (decision.judgement().verdict()) {
            case Verdict.Unprovable unprovable -> Optional.of(Ground.of(decision));
            case Verdict.NeedsReview review -> Optional.of(Ground.of(decision));
            case Verdict.NotBillable no -> Optional.empty();
            case Verdict.Billable yes -> takenForNo(decision);
        };
    }

    private Optional<Ground> takenForNo(Decision decision) {
        List<String> missing = open.getOrDefault(decision.file().claim().identity(), List.of()).stream()
                .filter(question -> question.isTakenForNo(decision))
                .map(OpenQuestion::word)
                .sorted()
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Ground.beside(
                        decision,
                        "unprovable",
                        missing,
                        "The export leaves " + String.join(", ", missing)
                                + " empty; the contract only knows what was seen, and would take that for a no."));
    }

    private static Recounted settled(Decision decision, List<BillLine> lines, Amount billed) {
        boolean billable = decision.judgement().verdict() instanceof Verdict.Billable;
        boolean isBilled = billed.number().signum() != 0;
        Amount due = decision.amount();
        if (!billable) {
            Result result = isBilled ? Result.BILLED_NOT_BILLABLE : Result.AGREED;
            return line(decision, result, billed, due, Ground.of(decision));
        }
        if (billed.equals(due)) {
            return line(decision, Result.AGREED, billed, due, Ground.of(decision));
        }
        return isBilled
                ? line(decision, Result.BILLED_AT_ANOTHER_PRICE, billed, due, otherPrice(decision, lines, billed))
                : line(decision, Result.BILLABLE_NOT_BILLED, billed, due, Ground.of(decision));
    }

    private static Ground otherPrice(Decision decision, List<BillLine> lines, Amount billed) {
        boolean repeated =
                lines.stream().filter(line -> line.state() == State.BILLED).count() > 1;
        var price = decision.judgement().price().orElseThrow();
        return new Ground(
                price.clause(),
                repeated ? "billed_more_than_once" : "another_price",
                List.of(),
                List.of("Billed " + billed + (repeated ? " in " + lines.size() + " lines" : "") + "; by "
                        + price.clause() + " the price is " + price.working() + "."));
    }

    private static Recounted line(Decision decision, Result result, Amount billed, Amount due, Ground ground) {
        var claim = decision.file().claim();
        return new Recounted(claim.identity(), Optional.of(claim.occurredAt()), result, billed, due, ground);
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
