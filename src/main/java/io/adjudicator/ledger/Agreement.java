package io.adjudicator.ledger;

import io.adjudicator.contract.CommercialTerms.Every;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Unit;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** The version by which a month's statement is written: the governing one or, once the contract has ended, the last before. */
    public Optional<ContractVersion> stating(YearMonth month) {
        return governing(month)
                .or(() -> versions.stream()
                        .filter(version -> firstMonth(version).isBefore(month))
                        .reduce((_, later) -> later));
    }

    /** A version by its number. */
    public ContractVersion version(int number) {
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "expected version " + number + " of the contract, but it is not there"));
    }

    /** The version that says what a credit costs in money: this one if it has the unit, else the latest that has. */
    public Optional<ContractVersion> pricing(Unit unit, ContractVersion preferred) {
        return Stream.concat(Stream.of(preferred), versions.reversed().stream())
                .filter(version -> version.unit().equals(unit)
                        && version.commercial().currency().isPresent())
                .findFirst();
    }

    /** The earlier months of the contract year of a version with an annual minimum; none for any other. */
    public static List<YearMonth> earlierInYear(ContractVersion version, YearMonth month) {
        boolean annual = version.commercial()
                .minimum()
                .filter(minimum -> minimum.every() == Every.YEAR)
                .isPresent();
        long since = annual ? ChronoUnit.MONTHS.between(firstMonth(version), month) % 12 : 0;
        return Stream.iterate(month.minusMonths(since), earlier -> earlier.plusMonths(1))
                .limit(since)
                .toList();
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
