package io.adjudicator.ledger;

import io.adjudicator.contract.CommercialTerms.Every;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.kernel.Period;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A customer's contract versions over time, in the order in which they begin. */
public record Agreement(List<ContractVersion> versions) {

    public Agreement {
        versions = List.copyOf(versions);
    }

    public boolean inForce(Instant instant) {
        return inForceAt(instant).isPresent();
    }

    /** The version in force: the latest that has begun, unless it has ended. */
    public Optional<ContractVersion> inForceAt(Instant instant) {
        return versions.stream()
                .filter(version -> !instant.isBefore(version.effective().from()))
                .reduce((_, later) -> later)
                .filter(version -> version.effective().contains(instant));
    }

    /** The version whose fees and credits a month has: in force when it begins or, in a contract's first month, the first in it. */
    public Optional<ContractVersion> governing(YearMonth month) {
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Period period = Period.ofMonth(month, versions.getLast().zone());
        return inForceAt(period.from())
                .or(() -> versions.stream()
                        .filter(version -> period.contains(version.effective().from()))
                        .findFirst());
    }

    /** Whether something that is due this often is due in this month under the version that governs it. */
    public static boolean due(Every every, ContractVersion version, YearMonth month) {
        long since = ChronoUnit.MONTHS.between(firstMonth(version), month);
        return switch (every) {
            case MONTH -> true;
            case YEAR -> since % 12 == 0;
            case ONCE -> true; // its source names no month, so it is due once
        };
    }

    /** The month in which a version begins. */
    public static YearMonth firstMonth(ContractVersion version) {
        return YearMonth.from(version.effective().from().atZone(version.zone()));
    }
}
