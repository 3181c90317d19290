package io.adjudicator.ledger;

import java.math.BigDecimal;

/** A grant that the customer has, and what of it was there, left and held together, when a month began. */
public record GrantOpening(long key, CreditGrant grant, BigDecimal opened) {}
