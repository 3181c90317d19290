package io.adjudicator.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A month for which a customer has a statement.
 *
 * @param period such as {@code 2026-07}
 * @param closedBy who asked for it; absent, as {@code closedAt} is, while it is open
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StatementPeriod(
        String period, Statement.Status status, Optional<Instant> closedAt, Optional<String> closedBy) {

    static StatementPeriod open(YearMonth month) {
        return new StatementPeriod(month.toString(), Statement.Status.DRAFT, Optional.empty(), Optional.empty());
    }
}
