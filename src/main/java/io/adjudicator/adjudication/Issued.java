package io.adjudicator.adjudication;

import io.adjudicator.intake.Claim;
import java.time.YearMonth;

/**
 * A decision that was just made.
 *
 * @param number 1 for the first of its claim; each later one supersedes the one before
 * @param bookedIn the billing month in which its effect counts
 * @param evidenceUpTo position of the last evidence of the session that it knew of
 */
public record Issued(Claim claim, int number, Decision decision, YearMonth bookedIn, long evidenceUpTo) {}
