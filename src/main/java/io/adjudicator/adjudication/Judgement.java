package io.adjudicator.adjudication;

import io.adjudicator.kernel.Amount;
import io.adjudicator.rating.Price;
import io.adjudicator.rules.Facts;
import io.adjudicator.rules.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the pure function makes of a case file, with everything that explains it.
 *
 * @param tier the tier it falls into, where that could be told
 * @param price of a billable outcome
 * @param fees due beside it, whatever the verdict
 * @param undecided the most that it can come to, while a person has to look
 * @param decisive whether no later evidence could turn it: it may be decided before the window closes
 * @param verification how the result was verified: confirmed, assumed, none, or pending
 */
public record Judgement(
        Verdict verdict,
        Optional<String> tier,
        Optional<Price> price,
        List<Price> fees,
        Optional<Amount> undecided,
        List<Finding> findings,
        Facts facts,
        Instant closesAt,
        boolean windowClosed,
        boolean decisive,
        String verification) {}
