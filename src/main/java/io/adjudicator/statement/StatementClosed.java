package io.adjudicator.statement;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A month was closed. Published inside the transaction that closes it.
 *
 * @param due what the statement asks for; absent where its credits have no published conversion
 */
public record StatementClosed(CustomerId customer, YearMonth month, Optional<Amount> due, Instant closedAt) {}
