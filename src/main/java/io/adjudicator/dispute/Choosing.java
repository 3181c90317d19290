package io.adjudicator.dispute;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.dispute.SelectionStore.Candidate;
import io.adjudicator.dispute.SelectionStore.Decided;
import io.adjudicator.kernel.Amount;
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
import org.springframework.stereotype.Component;

/** Which decisions a selection means, and whether they can be disputed now. */
@Component
class Choosing {

    /** A reviewer can look through it, and one transaction can take it. */
    static final int MOST_OUTCOMES = 1_000;

    private static final int SEED_BYTES = 16;

    private final SelectionStore store;
    private final Contracts contracts;
    private final SecureRandom random = new SecureRandom();

    Choosing(SelectionStore store, Contracts contracts) {
        this.store = store;
        this.contracts = contracts;
    }

    Chosen choose(CustomerId customer, Selection selection, Instant now) {
        return switch (selection) {
            case Selection.Outcomes named -> named(customer, named, now);
            case Selection.Filter filter -> filtered(customer, filter, now);
            case Selection.Sample sample -> drawn(customer, sample, now);
        };
    }

    private Chosen named(CustomerId customer, Selection.Outcomes named, Instant now) {
        refuseTooMany(named.ids().size());
        Map<String, Candidate> found = store.named(customer, named.ids()).stream()
                .collect(Collectors.toMap(Candidate::outcomeId, Function.identity()));
        List<Fault> faults = new ArrayList<>();
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < named.ids().size(); i++) {
            String at = "/outcomes/" + i;
            String id = named.ids().get(i);
            Optional.ofNullable(found.get(id))
                    .ifPresentOrElse(
                            candidate -> fault(candidate, at, now)
                                    .ifPresentOrElse(
                                            faults::add,
                                            () -> decided.add(
                                                    candidate.decided().orElseThrow())),
                            () -> faults.add(new Fault(
                                    "unknown_outcome",
                                    at,
                                    "expected the id of one of the customer's outcomes, but got " + id)));
        }
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, faults);
        }
        return chosen(decided, Optional.empty());
    }

    private Chosen filtered(CustomerId customer, Selection.Filter filter, Instant now) {
        List<Decided> decided = disputable(store.filtered(customer, filter, 10 * MOST_OUTCOMES), now);
        refuseNone(decided);
        refuseTooMany(decided.size());
        return chosen(decided, Optional.empty());
    }

    private Chosen drawn(CustomerId customer, Selection.Sample sample, Instant now) {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        String seed = HexFormat.of().formatHex(bytes);
        refuseTooMany(sample.size());
        ContractVersion inForce = contracts
                .inForce(customer, now)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "no_contract_in_force",
                        "/customer",
                        "expected a contract in force, for the zone of its months"));
        Period month = Period.ofMonth(sample.month(), inForce.zone());
        List<Decided> population = disputable(store.drawn(customer, month, sample.outcomeType(), seed), now);
        refuseNone(population);
        Amount charged = population.stream()
                .map(one -> one.disputed().amount())
                .reduce(Amount::plus)
                .orElseThrow();
        return chosen(
                population.subList(0, Math.min(sample.size(), population.size())),
                Optional.of(new Drawn(seed, population.size(), charged)));
    }

    private Chosen chosen(List<Decided> decided, Optional<Drawn> drawn) {
        Decided latest =
                decided.stream().max(Comparator.comparing(Decided::issuedAt)).orElseThrow();
        return new Chosen(
                decided.stream().map(Decided::disputed).toList(), contracts.byDigest(latest.contract()), drawn);
    }

    private List<Decided> disputable(List<Candidate> candidates, Instant now) {
        return candidates.stream()
                .filter(candidate -> fault(candidate, "", now).isEmpty())
                .map(candidate -> candidate.decided().orElseThrow())
                .toList();
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

    private static void refuseNone(List<Decided> decided) {
        if (decided.isEmpty()) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "nothing_to_dispute",
                    "",
                    "expected at least one decision that can still be disputed, but there is none");
        }
    }

    private static void refuseTooMany(int outcomes) {
        if (outcomes > MOST_OUTCOMES) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "too_many_outcomes",
                    "",
                    "expected at most " + MOST_OUTCOMES + " outcomes in a dispute; narrow it, or dispute a sample");
        }
    }
}
