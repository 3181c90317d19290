package io.adjudicator.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prices of one outcome type, in the contract's unit.
 *
 * @param clause the order form's number for the prices
 * @param perOutcome rate of each named tier; a contract without tiers has one rate named {@code simple}
 * @param blendedMix shares per tier, adding up to 1, that price an outcome which fits no tier; a flat rate named
 *     {@code blended} may stand instead. With neither, no contract may let a claim fall through its tiers
 * @param table rows of the decision table that prices an outcome before its tier does; each is found by a rule of its id
 * @param fees due on every claim beside its outcome's price
 */
public record PriceTerms(
        String clause,
        Map<String, RateTerms> perOutcome,
        Optional<Map<String, BigDecimal>> blendedMix,
        List<TableRow> table,
        List<InteractionFee> fees) {

    public PriceTerms {
        perOutcome = Map.copyOf(perOutcome);
        blendedMix = blendedMix.map(Map::copyOf);
        table = List.copyOf(table);
        fees = List.copyOf(fees);
    }

    /** The rate of a line: a tier, or a row of the table. */
    public Optional<RateTerms> rate(String line) {
        return table.stream()
                .filter(row -> row.id().equals(line))
                .map(TableRow::rate)
                .findFirst()
                .or(() -> Optional.ofNullable(perOutcome.get(line)));
    }

    /** A row of the decision table; {@code id} is that of the rule with its conditions. */
    public record TableRow(String id, String clause, RateTerms rate) {}

    /**
     * Due on every claim, whatever its verdict.
     *
     * @param unless reasons for which an outcome is not billable that make this fee void too
     */
    public record InteractionFee(String id, String clause, BigDecimal amount, List<String> unless) {
        public InteractionFee {
            unless = List.copyOf(unless);
        }
    }
}
