package io.adjudicator.statement;

import io.adjudicator.ledger.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Statements to be written: a month with every sort of line, and long ones. */
final class SampleStatements {

    private SampleStatements() {}

    /** 0.99 × 1,200 less 12, a graduated tier, a pilot's free line, credit notes of June, fees and a minimum. */
    static Statement month() {
        return statement(
                List.of(
                        outcome(
                                "simple",
                                "support-resolution, simple",
                                1212,
                                12,
                                "1199.88",
                                "11.88",
                                "1188.00",
                                "1200 × 0.99"),
                        outcome(
                                "complex",
                                "support-resolution, complex",
                                130,
                                0,
                                "118.0000",
                                "0",
                                "118.0000",
                                "50 × 0.95 + 50 × 0.90 + 30 × 0.85"),
                        new StatementLine(
                                "v1/pilot",
                                Line.Kind.OUTCOME,
                                1,
                                Optional.of("support-resolution"),
                                "simple",
                                "support-resolution, simple, free: capped pilot",
                                "OF 8",
                                "2026-07",
                                Optional.of("capped_pilot"),
                                500,
                                0,
                                new BigDecimal("495.00"),
                                BigDecimal.ZERO,
                                new BigDecimal("495.00"),
                                "USD",
                                "500 × 0.99",
                                BigDecimal.ZERO),
                        new StatementLine(
                                "v1/june",
                                Line.Kind.OUTCOME,
                                1,
                                Optional.of("support-resolution"),
                                "simple",
                                "support-resolution, simple, from 2026-06",
                                "OF 4",
                                "2026-06",
                                Optional.empty(),
                                0,
                                3,
                                BigDecimal.ZERO,
                                new BigDecimal("2.97"),
                                new BigDecimal("-2.97"),
                                "USD",
                                "-3 × 0.99",
                                new BigDecimal("-2.97")),
                        fee(Line.Kind.FEE, "platform", "Platform fee", "1500.00", "every month")),
                List.of(new CreditLine(
                        "promo-7",
                        "promotional",
                        "USD",
                        Optional.of(Instant.parse("2026-10-01T04:00:00Z")),
                        new BigDecimal("100.00"),
                        new BigDecimal("50.00"),
                        BigDecimal.ZERO,
                        new BigDecimal("120.00"),
                        BigDecimal.ZERO,
                        new BigDecimal("10.00"),
                        BigDecimal.ZERO,
                        new BigDecimal("20.00"),
                        new BigDecimal("2.49"),
                        Optional.of(new BigDecimal("120.00")))),
                "120.00",
                List.of("The pilot leaves 500 outcomes free until 31 December 2026; it converts on signature (OF 8)."));
    }

    static Statement withTexts(List<String> texts) {
        return statement(
                texts.stream()
                        .map(text -> outcome(text, text, 1, 0, "0.99", "0", "0.99", text))
                        .toList(),
                List.of(),
                "0.00",
                texts);
    }

    static Statement ofLines(int count) {
        return statement(
                IntStream.rangeClosed(1, count)
                        .mapToObj(n -> outcome(
                                "row-" + n, "support-resolution, row " + n, n, 0, "0.99", "0", "0.99", "1 × 0.99"))
                        .toList(),
                List.of(),
                "0.00",
                List.of());
    }

    static StatementLine outcome(
            String name,
            String description,
            long gross,
            long reversed,
            String grossAmount,
            String reversedAmount,
            String net,
            String working) {
        return new StatementLine(
                "v1/" + name,
                Line.Kind.OUTCOME,
                1,
                Optional.of("support-resolution"),
                name,
                description,
                "OF 4",
                "2026-07",
                Optional.empty(),
                gross,
                reversed,
                new BigDecimal(grossAmount),
                new BigDecimal(reversedAmount),
                new BigDecimal(net),
                "USD",
                working,
                new BigDecimal(net).setScale(2));
    }

    static StatementLine fee(Line.Kind kind, String name, String description, String amount, String working) {
        return new StatementLine(
                "v1/" + name,
                kind,
                1,
                Optional.empty(),
                name,
                description,
                "OF 4.1",
                "2026-07",
                Optional.empty(),
                0,
                0,
                new BigDecimal(amount),
                BigDecimal.ZERO,
                new BigDecimal(amount),
                "USD",
                working,
                new BigDecimal(amount));
    }

    private static Statement statement(
            List<StatementLine> lines, List<CreditLine> credits, String paid, List<String> notes) {
        BigDecimal sum = lines.stream().map(StatementLine::due).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Statement(
                "northwind",
                "2026-07",
                "America/New_York",
                Statement.Status.DRAFT,
                Optional.empty(),
                Optional.of("USD"),
                lines,
                credits,
                new BigDecimal(paid),
                List.of(new Statement.Held(new BigDecimal("7.47"), "USD")),
                notes,
                sum.subtract(new BigDecimal(paid)));
    }
}
