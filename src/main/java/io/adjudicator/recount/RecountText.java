package io.adjudicator.recount;

import io.adjudicator.kernel.Amount;
import io.adjudicator.recount.RecountTotals.Group;
import io.adjudicator.recount.Recounted.Result;
import java.io.PrintWriter;
import java.util.List;

/** A recount for people: the figures, then every line of difference, then what cannot be settled. */
public final class RecountText {

    private final PrintWriter out;

    private RecountText(PrintWriter out) {
        this.out = out;
    }

    public static void write(RecountReport report, PrintWriter out) {
        RecountText text = new RecountText(out);
        out.println("Recount of what was billed to " + report.customer());
        report.totals().forEach(text::totals);
        text.section("Billed but not billable", report.lines(Result.BILLED_NOT_BILLABLE));
        text.section("Billable but not billed", report.lines(Result.BILLABLE_NOT_BILLED));
        text.section("Billed at another price", report.lines(Result.BILLED_AT_ANOTHER_PRICE));
        text.section("Cannot be settled", report.lines(Result.NOT_SETTLED));
        out.flush();
    }

    private void totals(RecountTotals totals) {
        out.println();
        group("billed by the vendor", totals.billed());
        group("due under the contract", totals.due());
        out.println();
        count(totals, Result.AGREED, "agree", "");
        count(totals, Result.BILLED_NOT_BILLABLE, "billed but not billable", totals.over(Result.BILLED_NOT_BILLABLE));
        count(totals, Result.BILLABLE_NOT_BILLED, "billable but not billed", totals.under(Result.BILLABLE_NOT_BILLED));
        count(
                totals,
                Result.BILLED_AT_ANOTHER_PRICE,
                "billed at another price",
                totals.over(Result.BILLED_AT_ANOTHER_PRICE) + " over, " + totals.under(Result.BILLED_AT_ANOTHER_PRICE)
                        + " under");
        count(
                totals,
                Result.NOT_SETTLED,
                "cannot be settled",
                totals.unsettled().amount() + " billed, not netted");
        out.println();
        amount("over", totals.over(), "billed too much");
        amount("under", totals.under(), "billed too little");
        amount("net", totals.net(), inFavour(totals.net()));
    }

    private void group(String what, Group group) {
        out.printf("  %-28s %,9d   %s%n", what, group.outcomes(), group.amount());
    }

    private void count(RecountTotals totals, Result result, String what, Object comesTo) {
        out.println("  %-28s %,9d   %s"
                .formatted(what, totals.count(result), comesTo)
                .stripTrailing());
    }

    private void amount(String what, Amount amount, String means) {
        out.printf("  %-28s %9s   %s%n", what, amount.plain(), amount.unit() + " " + means);
    }

    private static String inFavour(Amount net) {
        return switch (net.number().signum()) {
            case 1 -> "in favour of the customer";
            case -1 -> "in favour of the vendor";
            default -> "in favour of nobody";
        };
    }

    /** Also when it is empty: both directions are always reported. */
    private void section(String title, List<Recounted> lines) {
        out.println();
        out.println(title + (lines.isEmpty() ? ": none" : ""));
        lines.forEach(this::line);
    }

    private void line(Recounted line) {
        Ground ground = line.ground();
        out.printf(
                "  %-16s billed %9s, due %9s   %s%s%n",
                line.claim().id(),
                line.billed().plain(),
                line.result() == Result.NOT_SETTLED ? "unknown" : line.due().plain(),
                ground.clause().isEmpty() ? "" : ground.clause() + ": ",
                ground.reason());
        if (!ground.missing().isEmpty()) {
            out.println("      missing: " + String.join(", ", ground.missing()));
        }
        ground.because().forEach(sentence -> out.println("      " + sentence));
    }
}
