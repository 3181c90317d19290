package io.adjudicator.contract;

import io.adjudicator.contract.CommercialTerms.Structure;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a version may follow those before it. Pure; the folder check and the publication ask the same. */
final class Succession {

    /** A version's number and its period as it is stated. */
    record Place(int version, Period effective) {}

    private Succession() {}

    static Optional<Fault> fault(DraftVersion draft, List<Place> earlier) {
        return earlier.stream()
                .max(Comparator.comparingInt(Place::version))
                .flatMap(previous -> faultAfter(draft, previous));
    }

    private static Optional<Fault> faultAfter(DraftVersion draft, Place previous) {
        Place next = draft.place();
        if (next.version() <= previous.version()) {
            return Optional.of(draft.fault(
                    "version_order",
                    "/version",
                    "expected a number after version " + previous.version() + ", which is published, but got "
                            + next.version() + "; give the new terms the next number"));
        }
        if (!next.effective().from().isAfter(previous.effective().from())) {
            return Optional.of(draft.fault(
                    "version_order",
                    "/effective/from",
                    "expected a first day after that of version " + previous.version() + ", but version "
                            + next.version() + " begins no later; move its first day"));
        }
        return overlap(draft, previous);
    }

    private static Optional<Fault> overlap(DraftVersion draft, Place previous) {
        boolean stated = !previous.effective().to().equals(Terms.OPEN_END);
        boolean amends =
                draft.amends().filter(number -> number == previous.version()).isPresent();
        if (stated && !amends && previous.effective().overlaps(draft.place().effective())) {
            return Optional.of(draft.fault(
                    "periods_overlap",
                    "/effective/from",
                    "expected a period that begins at or after the end of version " + previous.version()
                            + ", but they overlap; move a date, or write \"amends: " + previous.version()
                            + "\" where the new terms take over early"));
        }
        if (draft.amends().isPresent() && !amends) {
            return Optional.of(draft.fault(
                    "unknown_version",
                    "/amends",
                    "expected the version directly before (" + previous.version() + "), but got "
                            + draft.amends().orElseThrow() + "; only the latest terms can be amended"));
        }
        return Optional.empty();
    }

    /** Whether its money may follow that of the version before. */
    static Optional<Fault> moneyAfter(DraftVersion draft, ContractVersion previous) {
        return switched(draft, previous).or(() -> otherCurrency(draft, previous));
    }

    /** What the customer chose to be charged for holds until the term ends; an amendment inside it may change all else. */
    private static Optional<Fault> switched(DraftVersion draft, ContractVersion previous) {
        Optional<String> before = previous.commercial().structure().flatMap(Structure::billed);
        Optional<String> now = draft.version().commercial().structure().flatMap(Structure::billed);
        return draft.amends().isPresent() && before.isPresent() && !before.equals(now)
                ? Optional.of(draft.fault(
                        "switched_before_renewal",
                        "/structure",
                        "expected " + before.get() + " to be charged until version " + previous.version()
                                + " ends, because the choice is made anew at renewal only; keep it, or begin when that version ends"
                                + " and remove amends"))
                : Optional.empty();
    }

    /** One customer's statements are in one currency: what is corrected later must be taken off what was paid. */
    private static Optional<Fault> otherCurrency(DraftVersion draft, ContractVersion previous) {
        Optional<Unit> before = previous.commercial().currency();
        Optional<Unit> now = draft.version().commercial().currency();
        return before.isPresent() && now.isPresent() && !before.equals(now)
                ? Optional.of(
                        draft.fault(
                                "currency_changed",
                                "/unit",
                                "expected " + before.get() + " as in version " + previous.version() + ", but got "
                                        + now.get()
                                        + "; a customer's statements are in one currency, so give the new one a customer of its own"))
                : Optional.empty();
    }

    /** Days between two versions on which no contract is in force: allowed, but seldom meant. */
    static Optional<Fault> gap(DraftVersion draft, Place previous) {
        return previous.effective().to().isBefore(draft.place().effective().from())
                ? Optional.of(draft.fault(
                        "period_gap",
                        "/effective/from",
                        "no contract is in force between the end of version " + previous.version()
                                + " and the beginning of this one; claims of that time will be refused"))
                : Optional.empty();
    }
}
