package io.adjudicator.contract;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Price per outcome by tier, in the contract's unit.
 *
 * @param clause the order form's number for the prices
 * @param flat price of each named tier, such as {@code simple → 0.99}; a contract without tiers has one price named {@code simple}
 * @param blendedMix shares per tier, adding up to 1, that price an outcome which fits no tier; a flat price named
 *     {@code blended} may stand instead. With neither, no contract may let a claim fall through its tiers
 */
public record PriceTerms(String clause, Map<String, BigDecimal> flat, Optional<Map<String, BigDecimal>> blendedMix) {

    public PriceTerms {
        flat = Map.copyOf(flat);
        blendedMix = blendedMix.map(Map::copyOf);
    }
}
