package io.adjudicator.ledger;

import java.math.BigDecimal;

/**
 * A grant that the customer has, as a month began.
 *
 * @param opened what was there, left and held together
 * @param held of it, what was kept for open windows
 */
public record GrantOpening(long key, CreditGrant grant, BigDecimal opened, BigDecimal held) {}
