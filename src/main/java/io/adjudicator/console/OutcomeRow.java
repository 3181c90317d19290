package io.adjudicator.console;

import io.adjudicator.adjudication.ClaimSummary;
import io.adjudicator.console.Shown.Moment;
import io.adjudicator.kernel.CustomerId;

/** One outcome in a list. */
record OutcomeRow(
        String outcomeId,
        String customer,
        String type,
        String account,
        Moment occurredAt,
        String state,
        String reason,
        String tier,
        String amount,
        String unit,
        Moment closesAt) {

    private static final Moment NEVER = new Moment("", "");

    /** Enough to tell rows apart; the whole one stands on the outcome's own page. */
    public String shortId() {
        return Shown.shortId(outcomeId);
    }

    static OutcomeRow of(ClaimSummary claim, Zones zones) {
        var zone = zones.of(new CustomerId(claim.customer()));
        return new OutcomeRow(
                claim.outcomeId(),
                claim.customer(),
                claim.outcomeType(),
                claim.account(),
                Shown.minute(claim.occurredAt(), zone),
                claim.state().name(),
                claim.reason().map(Shown::words).orElse(""),
                claim.tier().orElse(""),
                claim.amount().map(Shown::number).orElse(""),
                claim.amount().map(amount -> amount.unit().code()).orElse(""),
                claim.closesAt().map(at -> Shown.minute(at, zone)).orElse(NEVER));
    }
}
