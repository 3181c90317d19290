package io.adjudicator.adjudication;

import io.adjudicator.adjudication.CaseFile.Exhibit;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.contract.WindowTerms;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Digest;
import io.adjudicator.rating.Concession;
import io.adjudicator.rating.Price;
import io.adjudicator.rating.RateCard;
import io.adjudicator.rules.Facts;
import io.adjudicator.rules.Finding;
import io.adjudicator.rules.RuleKind;
import io.adjudicator.rules.RuleSet;
import io.adjudicator.window.WindowRule;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pure function from a case file to a judgement, for one outcome type of one contract version. Deterministic and safe for use by
 * many threads (design law 4): no clock, no lookup, no randomness.
 */
public final class Adjudication {

    private final OutcomeTerms terms;
    private final ZoneId zone;
    private final RuleSet rules;
    private final RateCard rates;
    private final Concession concession;
    private final FactSheet factSheet;
    private final boolean tiersAreNamed;
    private final Digest ruleSetDigest;

    public Adjudication(ContractVersion contract, OutcomeTerms terms, RuleSet rules) {
        this.terms = terms;
        this.zone = contract.zone();
        this.rules = rules;
        this.rates = new RateCard(terms.price(), contract.unit());
        this.concession = new Concession(contract.commercial(), terms.type());
        this.factSheet = new FactSheet(rules.source().vocabulary(), terms);
        this.ruleSetDigest = terms.rules().digest();
        this.tiersAreNamed = terms.rules().rules().stream().anyMatch(rule -> rule.kind() == RuleKind.TIER);
    }

    public OutcomeTerms terms() {
        return terms;
    }

    public Digest ruleSetDigest() {
        return ruleSetDigest;
    }

    public Judgement judge(CaseFile file) {
        Instant closesAt = closesAt(file);
        boolean windowClosed = !file.asOf().isBefore(closesAt);
        Facts facts = factSheet.fill(file, counting(file, closesAt), windowClosed);
        List<Finding> findings = rules.findings(facts);
        Conclusion conclusion = new Conclusion(findings);
        Verdict verdict = conclusion.verdict(facts);
        Optional<String> tier = conclusion.tier(tiersAreNamed);
        Optional<Price> listed = verdict instanceof Verdict.Billable
                ? conclusion.row().map(rates::row).or(() -> tier.map(rates::price))
                : Optional.empty();
        Optional<Price> price = listed.flatMap(one -> rates.priced(one, facts::get))
                .map(one -> concession.on(one, file.claim().occurredAt()));
        if (listed.isPresent() && price.isEmpty()) {
            verdict = withoutAmount(listed.get());
        }
        return new Judgement(
                verdict,
                tier,
                price,
                rates.fees(Optional.of(verdict)
                        .filter(Verdict.NotBillable.class::isInstance)
                        .map(not -> ((Verdict.NotBillable) not).reason())),
                findings,
                facts,
                closesAt,
                windowClosed,
                conclusion.decisive(),
                factSheet.verification(facts));
    }

    /** A share of an amount that nobody stated cannot be charged (design law 2). */
    private static Verdict withoutAmount(Price listed) {
        return listed.rate() instanceof RateTerms.Share share
                ? new Verdict.Unprovable(List.of(share.fact()))
                : new Verdict.NotBillable(Conclusion.NO_RULE_APPLIED);
    }

    /** The most that this claim can come to, by what it states alone: what is held while its window is open. */
    public Amount highest(Claim claim) {
        return rates.highest(name -> Optional.ofNullable(claim.facts().get(name)));
    }

    /** When the window of this case closes. Late activity never moves it: what was settled had closed. */
    public Instant closesAt(CaseFile file) {
        List<Instant> activities = List.of();
        for (Exhibit exhibit : file.evidence()) {
            if (exhibit.evidence().kind() == EvidenceKind.ACTIVITY && !exhibit.late() && seen(file, exhibit)) {
                activities = activities.isEmpty() ? new ArrayList<>() : activities;
                activities.add(exhibit.evidence().occurredAt());
            }
        }
        return WindowRule.closesAt(
                terms.window(), file.claim().sessionStartedAt(), file.claim().occurredAt(), activities);
    }

    private List<Evidence> counting(CaseFile file, Instant closesAt) {
        if (file.evidence().isEmpty()) {
            return List.of();
        }
        return file.evidence().stream()
                .filter(exhibit -> seen(file, exhibit) && counts(file, exhibit, closesAt))
                .map(Exhibit::evidence)
                .toList();
    }

    private static boolean seen(CaseFile file, Exhibit exhibit) {
        return !exhibit.evidence().occurredAt().isAfter(file.asOf());
    }

    /** Whether the contract lets this record change the verdict. The close is exclusive; what accompanied the claim always counts. */
    boolean counts(CaseFile file, Exhibit exhibit, Instant closesAt) {
        Evidence evidence = exhibit.evidence();
        WindowTerms window = terms.window();
        boolean reopening = evidence.kind() == EvidenceKind.REOPENED;
        if (reopening && window.reopen() == WindowTerms.Reopen.NO_REVERSAL) {
            return false;
        }
        boolean inWindow = evidence.occurredAt().isBefore(closesAt)
                || !evidence.occurredAt().isAfter(file.claim().occurredAt());
        if (inWindow) {
            return !exhibit.late() || window.late() != WindowTerms.Late.IGNORE;
        }
        return reopening && reachesBeyondTheClose(window.reopen(), file, evidence);
    }

    private boolean reachesBeyondTheClose(WindowTerms.Reopen reopen, CaseFile file, Evidence evidence) {
        return switch (reopen) {
            case DEDUCT_ACROSS_PERIODS -> true;
            case DEDUCT_SAME_PERIOD ->
                month(evidence.occurredAt()).equals(month(file.claim().occurredAt()));
            case LOCKED, NO_REVERSAL -> false;
        };
    }

    /** The billing month of an instant, in the contract's zone. */
    public YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(zone));
    }
}
