package io.adjudicator.credit;

import io.adjudicator.casework.CaseId;
import io.adjudicator.kernel.CustomerId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A goodwill credit that somebody asks for.
 *
 * @param reference the caller's own name of it, unique for the customer; asking again for the same is safe
 * @param amount in the unit of the customer's contract
 * @param dispute whose result it answers, such as the error rate of a sample
 */
public record NewGoodwill(
        CustomerId customer, String reference, BigDecimal amount, String reason, Optional<CaseId> dispute) {}
