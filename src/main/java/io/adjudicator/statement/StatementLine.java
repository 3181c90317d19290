package io.adjudicator.statement;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.ledger.Line;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A line of a statement. Amounts are exact and in {@code unit}; only {@code due} is rounded.
 *
 * @param key by which the line's outcomes are asked for
 * @param kind outcomes, interaction fees, or what is due once a period
 * @param period month in which the outcomes occurred: the statement's own, or an earlier one that was closed before they were decided
 * @param free why they cost nothing, such as {@code capped_pilot}; {@code net} then says what they would have cost
 * @param gross outcomes that were charged
 * @param reversed outcomes of these, or of earlier statements, that were taken back
 * @param net amount after reversals
 * @param due what it adds to the statement's total, in its currency
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StatementLine(
        String key,
        Line.Kind kind,
        int contractVersion,
        Optional<String> outcomeType,
        String name,
        String description,
        String clause,
        String period,
        Optional<String> free,
        long gross,
        long reversed,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal grossAmount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal reversedAmount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal net,
        String unit,
        String working,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal due) {

    public StatementLine {
        grossAmount = Exact.plain(grossAmount, unit);
        reversedAmount = Exact.plain(reversedAmount, unit);
        net = Exact.plain(net, unit);
    }

    /** As the ledger knows it. */
    Line line() {
        return new Line(kind, contractVersion, outcomeType.map(OutcomeType::new), name, YearMonth.parse(period), free);
    }
}
