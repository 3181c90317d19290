package io.adjudicator.ledger;

import io.adjudicator.contract.CommercialTerms.Expiry;
import io.adjudicator.contract.CommercialTerms.Grant;
import io.adjudicator.contract.CommercialTerms.Onboarding.CappedPilot;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a customer's contract grants, and when. Pure. */
final class GrantSchedule {

    private final CustomerId customer;
    private final Agreement agreement;

    GrantSchedule(CustomerId customer, Agreement agreement) {
        this.customer = customer;
        this.agreement = agreement;
    }

    /** A grant of a month. */
    record Due(CreditGrant grant, Amount amount, YearMonth month) {}

    /** Everything that the contract grants up to this instant. */
    List<Due> upTo(Instant to) {
        List<Due> due = new ArrayList<>();
        for (ContractVersion version : agreement.versions()) {
            if (grantsSomething(version) && !to.isBefore(version.effective().from())) {
                YearMonth last = YearMonth.from(to.atZone(version.zone()));
                for (YearMonth month = Agreement.firstMonth(version);
                        !month.isAfter(last);
                        month = month.plusMonths(1)) {
                    issue(version, month, due);
                }
            }
        }
        return due;
    }

    static boolean grantsSomething(ContractVersion version) {
        return !version.commercial().grants().isEmpty()
                || version.commercial()
                        .onboarding()
                        .filter(CappedPilot.class::isInstance)
                        .isPresent();
    }

    private void issue(ContractVersion version, YearMonth month, List<Due> due) {
        Instant from = Period.ofMonth(month, version.zone()).from();
        Instant start =
                from.isBefore(version.effective().from()) ? version.effective().from() : from;
        if (month.equals(Agreement.firstMonth(version))) {
            pilot(version, start, month).ifPresent(due::add);
        }
        if (agreement.governing(month).filter(version::equals).isEmpty()) {
            return;
        }
        for (Grant terms : version.commercial().grants()) {
            if (Agreement.due(terms.every(), version, month)) {
                due.add(new Due(
                        contractGrant(version, terms, month, start),
                        new Amount(terms.amount(), version.unit()),
                        month));
            }
        }
    }

    /** Of the version that begins, even where another one governs the month. */
    private Optional<Due> pilot(ContractVersion version, Instant start, YearMonth month) {
        return version.commercial()
                .onboarding()
                .filter(CappedPilot.class::isInstance)
                .map(CappedPilot.class::cast)
                .map(pilot -> new Due(
                        pilotGrant(version, pilot, start),
                        new Amount(BigDecimal.valueOf(pilot.freeOutcomes()), CreditGrant.FREE_OUTCOME),
                        month));
    }

    private CreditGrant contractGrant(ContractVersion version, Grant terms, YearMonth month, Instant start) {
        Optional<Instant> end = switch (terms.expiry()) {
            case Expiry.EndOfMonth() ->
                Optional.of(Period.ofMonth(month, version.zone()).to());
            case Expiry.Never() -> Optional.empty();
            case Expiry.After(var length) -> Optional.of(start.plus(length));
        };
        String source = switch (terms.every()) {
            case ONCE -> terms.id();
            case MONTH, YEAR -> terms.id() + "/" + month;
        };
        return new CreditGrant(
                customer,
                source,
                terms.category().wireName(),
                version.unit(),
                terms.priority(),
                start,
                end,
                terms.rolloverLimit(),
                start);
    }

    private CreditGrant pilotGrant(ContractVersion version, CappedPilot pilot, Instant start) {
        return new CreditGrant(
                customer,
                "pilot-outcomes/v" + version.version(),
                "pilot",
                CreditGrant.FREE_OUTCOME,
                0,
                start,
                pilot.ends(),
                Optional.empty(),
                start);
    }
}
