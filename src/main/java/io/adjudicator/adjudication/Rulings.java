package io.adjudicator.adjudication;

import io.adjudicator.contract.Contracts;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.PriceTerms;
import io.adjudicator.intake.JustStored;
import io.adjudicator.intake.Register;
import io.adjudicator.intake.SessionRecords;
import io.adjudicator.intake.StoredClaim;
import io.adjudicator.intake.StoredSession;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.Unit;
import io.adjudicator.ledger.Ledger;
import io.adjudicator.rating.RateCard;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts rulings into effect: the decision that follows supersedes the one that stood, and the money moves by reversal, in an open month. */
@Service
public class Rulings {

    private final Contracts contracts;
    private final Register register;
    private final SessionDesk desk;
    private final DecisionStore decisions;
    private final RulingStore rulings;
    private final Ledger ledger;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Rulings(
            Contracts contracts,
            Register register,
            SessionDesk desk,
            DecisionStore decisions,
            RulingStore rulings,
            Ledger ledger,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.contracts = contracts;
        this.register = register;
        this.desk = desk;
        this.decisions = decisions;
        this.rulings = rulings;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What {@link #rule} would do: it is done and rolled back (design law 11). Refuses what it refuses. Not within a transaction. */
    public List<Effect> preview(List<Ruling> asked) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("expected a preview outside of a transaction, which it would roll back");
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return rule(asked);
        }));
    }

    /**
     * Puts rulings into effect, each once by its id. Joins the caller's transaction.
     *
     * @return for each outcome that was ruled on, and each other one of their sessions that moved with it
     */
    @Transactional
    public List<Effect> rule(List<Ruling> asked) {
        contracts.refresh();
        Map<String, StoredClaim> claims = asked.stream()
                .map(Ruling::outcomeId)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::claim));
        Set<Long> sessions =
                claims.values().stream().map(StoredClaim::sessionKey).collect(Collectors.toCollection(TreeSet::new));
        List<StoredSession> locked = register.lockByKey(sessions);
        SessionRecords records = register.recordsOf(locked, JustStored.NOTHING);
        List<StoredClaim> all = locked.stream()
                .flatMap(session -> records.claimsOf(session).stream())
                .toList();
        List<Long> keys = all.stream().map(StoredClaim::claimKey).toList();
        Map<Long, SessionFile.Standing> before = decisions.standing(sessions);
        Map<Long, Amount> chargedBefore = ledger.charged(keys);
        List<RulingStore.Row> fresh = fresh(asked, claims);
        refuseUndecided(fresh, before);
        refuseUnknownTiers(fresh, claims, locked);
        if (!fresh.isEmpty()) {
            rulings.insert(fresh);
            desk.advance(locked, records, JustStored.NOTHING, now());
        }
        Map<Long, SessionFile.Standing> after = decisions.standing(sessions);
        refuseWithoutEffect(fresh, after);
        Map<Long, Amount> charged = ledger.charged(keys);
        Set<Long> ruled = claims.values().stream().map(StoredClaim::claimKey).collect(Collectors.toSet());
        List<Effect> effects = new ArrayList<>();
        for (StoredClaim claim : all) {
            SessionFile.Standing then = before.get(claim.claimKey());
            SessionFile.Standing now = after.get(claim.claimKey());
            if (then != null && now != null && (ruled.contains(claim.claimKey()) || then.number() != now.number())) {
                Amount more = difference(
                        chargedBefore.get(claim.claimKey()),
                        charged.get(claim.claimKey()),
                        now.amount().unit());
                effects.add(new Effect(
                        claim.claim().outcomeId(), then.number(), now.number(), then.verdict(), now.verdict(), more));
            }
        }
        return effects;
    }

    private StoredClaim claim(String outcomeId) {
        return register.claim(outcomeId)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND,
                        "unknown_outcome",
                        "",
                        "expected the id of a claimed outcome, but got " + outcomeId));
    }

    /** Those that did not rule yet. The sessions are locked, so nobody else rules on them meanwhile. */
    private List<RulingStore.Row> fresh(List<Ruling> asked, Map<String, StoredClaim> claims) {
        Map<String, Ruling> known = rulings.known(asked.stream().map(Ruling::id).toList()).stream()
                .collect(Collectors.toMap(Ruling::id, Function.identity()));
        List<RulingStore.Row> fresh = new ArrayList<>();
        for (Ruling ruling : asked) {
            Ruling before = known.get(ruling.id());
            if (before == null) {
                StoredClaim claim = Objects.requireNonNull(claims.get(ruling.outcomeId()));
                fresh.add(new RulingStore.Row(claim.claimKey(), claim.sessionKey(), ruling));
            } else if (!before.saysAs(ruling)) {
                throw new Refused(
                        Refused.Kind.CONFLICT,
                        "ruling_conflict",
                        "",
                        "expected ruling " + ruling.id() + " to say what it said before, but it says something else");
            }
        }
        return fresh;
    }

    private static void refuseUndecided(List<RulingStore.Row> fresh, Map<Long, SessionFile.Standing> standing) {
        for (RulingStore.Row row : fresh) {
            if (!standing.containsKey(row.claimKey())) {
                throw new Refused(
                        Refused.Kind.CONFLICT,
                        "not_decided_yet",
                        "",
                        "expected a decided outcome, but the window of "
                                + row.ruling().outcomeId() + " is open");
            }
        }
    }

    private void refuseUnknownTiers(
            List<RulingStore.Row> fresh, Map<String, StoredClaim> claims, List<StoredSession> locked) {
        for (RulingStore.Row row : fresh) {
            row.ruling().tier().ifPresent(tier -> {
                PriceTerms prices = terms(
                                Objects.requireNonNull(claims.get(row.ruling().outcomeId())), locked)
                        .price();
                boolean priced = prices.perOutcome().containsKey(tier)
                        || (tier.equals(RateCard.BLENDED) && prices.blendedMix().isPresent());
                if (!priced) {
                    throw new Refused(
                            Refused.Kind.UNPROCESSABLE,
                            "unknown_tier",
                            "/tier",
                            "expected a tier that the contract prices ("
                                    + prices.perOutcome().keySet() + "), but got \"" + tier + "\"");
                }
            });
        }
    }

    private OutcomeTerms terms(StoredClaim claim, List<StoredSession> locked) {
        StoredSession session = locked.stream()
                .filter(one -> one.sessionKey() == claim.sessionKey())
                .findAny()
                .orElseThrow();
        return contracts
                .byDigest(session.contract().orElseThrow())
                .terms(claim.claim().outcomeType())
                .orElseThrow();
    }

    /** What nothing prices cannot be made billable. */
    private static void refuseWithoutEffect(List<RulingStore.Row> fresh, Map<Long, SessionFile.Standing> after) {
        for (RulingStore.Row row : fresh) {
            Optional<String> ruled = row.ruling().verdict().map(Verdict::name);
            String stands = Objects.requireNonNull(after.get(row.claimKey())).verdict();
            if (ruled.isPresent() && !ruled.get().equals(stands)) {
                throw new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "ruling_not_priced",
                        "",
                        "expected that the contract prices " + row.ruling().outcomeId()
                                + ", but what it needs for that is missing; name a tier, or add the fact as evidence");
            }
        }
    }

    private static Amount difference(@Nullable Amount before, @Nullable Amount after, Unit unit) {
        Amount nothing = Amount.zero(unit);
        return Objects.requireNonNullElse(after, nothing)
                .plus(Objects.requireNonNullElse(before, nothing).negated());
    }

    /** As PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
