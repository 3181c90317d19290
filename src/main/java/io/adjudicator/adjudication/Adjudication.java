package io.adjudicator.adjudication;

import io.adjudicator.adjudication.CaseFile.Exhibit;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.EvidenceGrade;
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
import io.adjudicator.window.Course;
import io.adjudicator.window.WindowRule;
import io.adjudicator.window.WindowRule.Span;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
    private final Attestation attestation;
    private final FactSheet factSheet;
    private final boolean tiersAreNamed;
    private final Digest ruleSetDigest;

    public Adjudication(ContractVersion contract, OutcomeTerms terms, RuleSet rules) {
        this.terms = terms;
        this.zone = contract.zone();
        this.rules = rules;
        this.rates = new RateCard(terms.price(), contract.unit());
        this.concession = new Concession(contract.commercial(), terms.type());
        this.attestation = new Attestation(terms.verification());
        this.factSheet = new FactSheet(rules.source().vocabulary(), terms, attestation);
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
        Span span = span(file);
        Instant closesAt = span.closesAt();
        boolean windowClosed = !file.asOf().isBefore(closesAt);
        Reading reading = read(file, counting(file, span), windowClosed);
        Facts facts = reading.facts;
        List<Finding> findings = reading.findings;
        Conclusion conclusion = reading.conclusion;
        Optional<Ruling> ruled = file.ruled();
        Verdict verdict = ruled.flatMap(Ruling::verdict).orElseGet(() -> conclusion.verdict(facts));
        Optional<String> tier = ruled.flatMap(Ruling::tier).or(() -> conclusion.tier(tiersAreNamed));
        Optional<Price> listed =
                verdict instanceof Verdict.Billable ? listed(ruled, conclusion, tier) : Optional.empty();
        Optional<Price> price = listed.flatMap(one -> rates.priced(one, facts::get))
                .map(one -> concession.on(one, file.claim().occurredAt()));
        if (listed.isPresent() && price.isEmpty()) {
            verdict = withoutAmount(listed.get());
        } else if (ruled.isPresent() && verdict instanceof Verdict.Billable && listed.isEmpty()) {
            verdict = conclusion.verdict(facts); // nothing tells its price, so nobody can make it billable
        }
        return new Judgement(
                verdict,
                tier,
                price,
                fees(verdict),
                verdict instanceof Verdict.NeedsReview ? Optional.of(highest(file.claim())) : Optional.empty(),
                findings,
                facts,
                closesAt,
                windowClosed,
                conclusion.decisive(),
                factSheet.verification(facts));
    }

    /** A tier that a person named goes before what the rules tell. */
    private Optional<Price> listed(Optional<Ruling> ruled, Conclusion conclusion, Optional<String> tier) {
        return ruled.flatMap(Ruling::tier)
                .filter(rates::prices)
                .map(rates::price)
                .or(() -> conclusion.row().map(rates::row))
                .or(() -> tier.filter(rates::prices).map(rates::price));
    }

    /** Due whatever the verdict, once there is one: until a person has looked, nothing is charged. */
    private List<Price> fees(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NeedsReview _ -> List.of();
            case Verdict.NotBillable(String reason) -> rates.fees(Optional.of(reason));
            case Verdict.Billable _, Verdict.Unprovable _ -> rates.fees(Optional.empty());
        };
    }

    /** A share of an amount that nobody stated cannot be charged (design law 2). */
    private static Verdict withoutAmount(Price listed) {
        return listed.rate() instanceof RateTerms.Share share
                ? new Verdict.Unprovable(List.of(share.fact()))
                : new Verdict.NotBillable(Conclusion.NO_RULE_APPLIED);
    }

    /** The most that this claim can come to, by what it states alone: what is held while its window is open. */
    public Amount highest(Claim claim) {
        return rates.highest(
                name -> Optional.ofNullable(claim.facts().get(name)), concession.isMade(claim.occurredAt()));
    }

    private record Reading(Facts facts, List<Finding> findings, Conclusion conclusion) {}

    /**
     * Where tiers ask for different grades the tier is told first, under the strictest grade, and the case is then read again under its
     * own. No row that names a tier reads what depends on the grade (see the contract room), so the tier is the same both times.
     */
    private Reading read(CaseFile file, List<Evidence> counting, boolean windowClosed) {
        EvidenceGrade strictest = terms.verification().minimumGrade();
        Reading reading = read(file, counting, windowClosed, strictest);
        EvidenceGrade own = terms.verification().minimumGrade(reading.conclusion.tier(tiersAreNamed));
        return own == strictest ? reading : read(file, counting, windowClosed, own);
    }

    private Reading read(CaseFile file, List<Evidence> counting, boolean windowClosed, EvidenceGrade minimumGrade) {
        Facts facts = factSheet.fill(file, counting, windowClosed, minimumGrade);
        List<Finding> findings = rules.findings(facts);
        return new Reading(facts, findings, new Conclusion(findings));
    }

    /** The window's terms for this claim's channel. */
    public WindowTerms window(Claim claim) {
        return terms.window().on(claim.channel());
    }

    /** When the window of this case closes. */
    public Instant closesAt(CaseFile file) {
        return span(file).closesAt();
    }

    Span span(CaseFile file) {
        return WindowRule.span(window(file.claim()), course(file));
    }

    /** Nothing late is on it: what was settled had closed. */
    private Course course(CaseFile file) {
        Claim claim = file.claim();
        if (file.evidence().isEmpty()) {
            return Course.quiet(claim.sessionStartedAt(), claim.occurredAt());
        }
        return new Course(
                claim.sessionStartedAt(),
                claim.occurredAt(),
                instants(file, evidence -> evidence.kind() == EvidenceKind.ACTIVITY),
                instants(file, evidence -> evidence.kind() == EvidenceKind.ANSWERED),
                instants(file, evidence -> evidence.kind() == EvidenceKind.CLOSED),
                instants(file, attestation::isAcceptance));
    }

    private static List<Instant> instants(CaseFile file, Predicate<Evidence> moving) {
        List<Instant> instants = List.of();
        for (Exhibit exhibit : file.evidence()) {
            if (!exhibit.late() && moving.test(exhibit.evidence()) && seen(file, exhibit)) {
                instants = instants.isEmpty() ? new ArrayList<>() : instants;
                instants.add(exhibit.evidence().occurredAt());
            }
        }
        return instants;
    }

    private List<Evidence> counting(CaseFile file, Span span) {
        if (file.evidence().isEmpty()) {
            return List.of();
        }
        return file.evidence().stream()
                .filter(exhibit -> seen(file, exhibit) && counts(file, exhibit, span))
                .map(Exhibit::evidence)
                .toList();
    }

    private static boolean seen(CaseFile file, Exhibit exhibit) {
        return !exhibit.evidence().occurredAt().isAfter(file.asOf());
    }

    /**
     * Whether the contract lets this record change the verdict. The close is exclusive; what accompanied the claim, or the anchor that
     * the window waited for, always counts.
     */
    boolean counts(CaseFile file, Exhibit exhibit, Span span) {
        Evidence evidence = exhibit.evidence();
        if (file.admits(evidence)) {
            return true;
        }
        WindowTerms window = window(file.claim());
        boolean reopening = evidence.kind() == EvidenceKind.REOPENED;
        if (reopening && window.reopen() == WindowTerms.Reopen.NO_REVERSAL) {
            return false;
        }
        boolean inWindow = evidence.occurredAt().isBefore(span.closesAt())
                || !evidence.occurredAt().isAfter(file.claim().occurredAt())
                || !evidence.occurredAt().isAfter(span.anchoredAt());
        if (inWindow) {
            return !exhibit.late() || reachesBack(window.late());
        }
        return reopening && reachesBeyondTheClose(window.reopen(), file, evidence);
    }

    /** A dispute that brings late evidence is a matter of its own. */
    private static boolean reachesBack(WindowTerms.Late late) {
        return switch (late) {
            case RESTATE_PERIOD, CREDIT_NEXT_PERIOD -> true;
            case IGNORE, ONLY_BY_DISPUTE -> false;
        };
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
