package io.adjudicator.statement;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.ledger.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one customer owes for one month, and why.
 *
 * @param period calendar month, {@code 2026-07}, in {@code zone}
 * @param closedAt absent while it is a draft
 * @param currency absent where the contract's credits have no published conversion: then nothing is due in money
 * @param paidByCredits what grants in the currency paid of the lines; already taken off the total
 * @param held most that outcomes can still cost whose windows are open; not in the total
 * @param notes what a reader must know, such as when billing starts
 * @param total sum of what the lines are due, less what credits paid
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Statement(
        String customer,
        String period,
        String zone,
        Status status,
        Optional<Instant> closedAt,
        Optional<String> currency,
        List<StatementLine> lines,
        List<CreditLine> credits,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal paidByCredits,
        List<Held> held,
        List<String> notes,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total) {

    public Statement {
        lines = List.copyOf(lines);
        credits = List.copyOf(credits);
        held = List.copyOf(held);
        notes = List.copyOf(notes);
    }

    /** Whether it can still change. */
    public enum Status {
        DRAFT,
        CLOSED
    }

    /** An amount that is kept while windows are open. */
    public record Held(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String unit) {

        public Held {
            amount = Exact.plain(amount, unit);
        }
    }

    /** What grants in the currency paid, before it was rounded. */
    BigDecimal paidExactly() {
        return credits.stream()
                .filter(credit -> currency.filter(credit.unit()::equals).isPresent())
                .map(CreditLine::used)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What outcomes came to, without minimum and fees: what an annual minimum is measured against. */
    public BigDecimal outcomes() {
        return lines.stream()
                .filter(line -> line.kind() != Line.Kind.FEE && line.kind() != Line.Kind.MINIMUM)
                .map(StatementLine::due)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Statement closed(Instant at) {
        return new Statement(
                customer,
                period,
                zone,
                Status.CLOSED,
                Optional.of(at),
                currency,
                lines,
                credits,
                paidByCredits,
                held,
                notes,
                total);
    }
}
