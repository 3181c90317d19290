package io.adjudicator.dispute;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.dispute.SelectionStore.Candidate;
import io.adjudicator.dispute.SelectionStore.Decided;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Refused;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which decisions a selection means, and whether they can be disputed now. */
@Component
class Choosing {

    /** A reviewer can look through it, and one transaction can take it. */
    static final int MOST_OUTCOMES = 1_000;

    /** Enough for somebody to see whether they mean these. */
    private static final int SHOWN = 5;

    private static final int SEED_BYTES = 16;

    private final SelectionStore store;
    private final Contracts contracts;
    private final SecureRandom random = new SecureRandom();

    Choosing(SelectionStore store, Contracts contracts) {
        this.store = store;
        this.contracts = contracts;
    }

    /** Refuses what cannot be disputed like that. */
    Chosen choose(CustomerId customer, Selection selection, Instant now) {
        String seed = seed();
        Sifted sifted = sift(customer, selection, seed, now);
        refusal(selection, sifted).ifPresent(fault -> {
            throw new Refused(Refused.Kind.UNPROCESSABLE, List.of(fault));
        });
        Decided latest = sifted.kept().stream()
                .max(Comparator.comparing(Decided::issuedAt))
                .orElseThrow();
        return new Chosen(
                sifted.kept().stream().map(Decided::disputed).toList(),
                contracts.byDigest(latest.contract()),
                selection instanceof Selection.Sample
                        ? Optional.of(new Drawn(
                                seed, sifted.disputable(), sifted.amounts().getFirst()))
                        : Optional.empty());
    }

    /** What {@link #choose} would answer now. A sample that is drawn for it is not the one that will be: nobody sees which outcomes it hit. */
    DisputePreview preview(CustomerId customer, Selection selection, Instant now) {
        Sifted sifted = sift(customer, selection, seed(), now);
        boolean drawn = selection instanceof Selection.Sample;
        return new DisputePreview(
                selection.word(),
                drawn ? sifted.kept().size() : sifted.disputable(),
                sifted.disputable(),
                sifted.amounts(),
                sifted.passedOver(),
                sifted.kept().stream()
                        .limit(drawn ? 0 : SHOWN)
                        .map(Decided::disputed)
                        .toList(),
                refusal(selection, sifted));
    }

    private Sifted sift(CustomerId customer, Selection selection, String seed, Instant now) {
        return switch (selection) {
            case Selection.Outcomes named -> named(customer, named, now);
            case Selection.Filter filter -> sift(store.filtered(customer, filter), MOST_OUTCOMES, now);
            case Selection.Sample sample -> drawn(customer, sample, seed, now);
        };
    }

    private Sifted named(CustomerId customer, Selection.Outcomes named, Instant now) {
        refuseTooMany(named.ids().size());
        Map<String, Candidate> found = store.named(customer, named.ids()).stream()
                .collect(Collectors.toMap(Candidate::outcomeId, Function.identity()));
        List<Fault> faults = new ArrayList<>();
        Sifted sifted = new Sifted(MOST_OUTCOMES);
        for (int i = 0; i < named.ids().size(); i++) {
            String at = "/outcomes/" + i;
            String id = named.ids().get(i);
            Optional.ofNullable(found.get(id))
                    .ifPresentOrElse(
                            candidate -> fault(candidate, at, now)
                                    .ifPresentOrElse(
                                            faults::add,
                                            () -> sifted.take(
                                                    candidate.decided().orElseThrow())),
                            () -> faults.add(new Fault(
                                    "unknown_outcome",
                                    at,
                                    "expected the id of one of the customer's outcomes, but got " + id)));
        }
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, faults);
        }
        return sifted;
    }

    private Sifted drawn(CustomerId customer, Selection.Sample sample, String seed, Instant now) {
        refuseTooMany(sample.size());
        ContractVersion inForce = contracts
                .inForce(customer, now)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "no_contract_in_force",
                        "/customer",
                        "expected a contract in force, for the zone of its months"));
        Period month = Period.ofMonth(sample.month(), inForce.zone());
        return sift(store.drawn(customer, month, sample.outcomeType(), seed), sample.size(), now);
    }

    private Sifted sift(Stream<Candidate> candidates, int most, Instant now) {
        Sifted sifted = new Sifted(most);
        try (candidates) {
            candidates.forEach(candidate -> fault(candidate, "", now)
                    .ifPresentOrElse(
                            sifted::passOver,
                            () -> sifted.take(candidate.decided().orElseThrow())));
        }
        return sifted;
    }

    private String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Optional<Fault> fault(Candidate candidate, String at, Instant now) {
        if (candidate.decided().isEmpty()) {
            return Optional.of(new Fault(
                    "not_decided_yet",
                    at,
                    "expected a decided outcome, but the window of " + candidate.outcomeId() + " is open"));
        }
        Decided decided = candidate.decided().get();
        if (decided.disputed().verdict().equals("NEEDS_REVIEW")) {
            return Optional.of(new Fault(
                    "outcome_in_review",
                    at,
                    "expected a decided outcome, but a person is about to decide " + candidate.outcomeId()));
        }
        if (candidate.disputedIn().isPresent()) {
            return Optional.of(new Fault(
                    "disputed_before",
                    at,
                    "expected a decision that nobody disputed, but that of " + candidate.outcomeId() + " was, in "
                            + candidate.disputedIn().get()));
        }
        Instant end = decided.issuedAt()
                .plus(contracts.byDigest(decided.contract()).disputes().raiseWithin());
        return now.isBefore(end)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "dispute_too_late",
                        at,
                        "expected a dispute before " + end + ", but " + candidate.outcomeId() + " was decided at "
                                + decided.issuedAt()));
    }

    private static Optional<Fault> refusal(Selection selection, Sifted sifted) {
        boolean sample = selection instanceof Selection.Sample;
        if (sifted.disputable() == 0) {
            return Optional.of(new Fault(
                    "nothing_to_dispute",
                    "",
                    "expected at least one decision that can still be disputed, but there is none"));
        }
        if (!sample && sifted.disputable() > MOST_OUTCOMES) {
            return Optional.of(tooMany());
        }
        return sample && sifted.amounts().size() > 1
                ? Optional.of(new Fault(
                        "units_mixed",
                        "/sample",
                        "expected outcomes with prices in one unit, but that month has "
                                + sifted.amounts().stream()
                                        .map(amount -> amount.unit().code())
                                        .collect(Collectors.joining(" and "))
                                + "; name the outcomes or a filter"))
                : Optional.empty();
    }

    private static void refuseTooMany(int outcomes) {
        if (outcomes > MOST_OUTCOMES) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, List.of(tooMany()));
        }
    }

    private static Fault tooMany() {
        return new Fault(
                "too_many_outcomes",
                "",
                "expected at most " + MOST_OUTCOMES + " outcomes in a dispute; narrow it, or dispute a sample");
    }
}
