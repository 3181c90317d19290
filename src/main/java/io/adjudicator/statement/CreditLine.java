package io.adjudicator.statement;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A grant in a period: opened + granted + rolledIn = used + rolledOut + expired + voided + left, all in {@code unit}.
 *
 * @param opened left and held when the period began
 * @param used for outcomes, less what was given back for reversed ones
 * @param left at the end of the period, held included
 * @param held of what is left, kept for outcomes whose windows are open
 * @param worth of what was used, in the statement's currency, where a conversion is published
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CreditLine(
        String grant,
        String category,
        String unit,
        Optional<Instant> expiresAt,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal opened,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal granted,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rolledIn,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal used,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rolledOut,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal expired,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal voided,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal left,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal held,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> worth) {

    public CreditLine {
        opened = Exact.plain(opened, unit);
        granted = Exact.plain(granted, unit);
        rolledIn = Exact.plain(rolledIn, unit);
        used = Exact.plain(used, unit);
        rolledOut = Exact.plain(rolledOut, unit);
        expired = Exact.plain(expired, unit);
        voided = Exact.plain(voided, unit);
        left = Exact.plain(left, unit);
        held = Exact.plain(held, unit);
        worth = worth.map(Exact::plain);
    }
}
