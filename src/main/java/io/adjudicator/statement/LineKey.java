package io.adjudicator.statement;

import io.adjudicator.ledger.Line;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names a line within its statement: {@code outcome.v1.support-resolution.simple.2026-07}. */
final class LineKey {

    private LineKey() {}

    static String of(Line line) {
        return Stream.of(
                        line.kind().name().toLowerCase(Locale.ROOT),
                        "v" + line.contractVersion(),
                        line.outcomeType().map(Object::toString).orElse(""),
                        line.name(),
                        line.countsIn().toString(),
                        line.free().orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
    }
}
