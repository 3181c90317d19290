package io.adjudicator.adjudication;

import io.adjudicator.adjudication.SessionFile.ClaimEntry;
import io.adjudicator.adjudication.SessionFile.EvidenceEntry;
import io.adjudicator.adjudication.SessionFile.Standing;
import io.adjudicator.contract.WindowTerms;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.window.WindowRule.Span;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is to be decided in one session now. The live service and the offline command both ask it after everything that happens to a
 * session, so there is one way to a decision.
 *
 * <p>Claims are taken in the order in which their windows close. An undecided claim is decided when its window has closed, or earlier,
 * as of the very record that made it certain. A decided claim is judged again when evidence came that its decision had not seen, and
 * superseded only if verdict, tier or amount differ.
 */
public final class Docket {

    private final SessionFile session;
    private final SessionRecord record;
    private final Function<OutcomeType, Adjudication> adjudications;
    private final Instant now;
    private final Map<SourceId, Standing> standing = new HashMap<>();
    private final Map<SourceId, List<Ruling>> rulings = new HashMap<>();
    private final List<Issued> issued = new ArrayList<>();
    private final List<StillOpen> stillOpen = new ArrayList<>();

    /** A claim that waits for its window to close. */
    public record StillOpen(Claim claim, Instant closesAt) {}

    /** Decisions to write, in order, and the windows that stay open. */
    public record Agenda(List<Issued> issued, List<StillOpen> stillOpen) {}

    private Docket(SessionFile session, Function<OutcomeType, Adjudication> adjudications, Instant now) {
        this.session = session;
        this.record = new SessionRecord(session);
        this.adjudications = adjudications;
        this.now = now;
        for (ClaimEntry entry : session.claims()) {
            entry.standing().ifPresent(known -> standing.put(entry.claim().identity(), known));
            rulings.put(entry.claim().identity(), entry.rulings());
        }
    }

    public static Agenda advance(SessionFile session, Function<OutcomeType, Adjudication> adjudications, Instant now) {
        Docket docket = new Docket(session, adjudications, now);
        docket.decideWhatIsDue();
        docket.record.claims().forEach(docket::reconsider);
        return new Agenda(docket.issued, docket.stillOpen);
    }

    /** The claim judged as things stand, while its window is still open. */
    static Decision provisional(
            SessionFile session, Function<OutcomeType, Adjudication> adjudications, Claim claim, Instant asOf) {
        Docket docket = new Docket(session, adjudications, asOf);
        return docket.decision(docket.file(claim, asOf));
    }

    private record Waiting(Claim claim, Instant closesAt) {}

    private void decideWhatIsDue() {
        record.claims().stream()
                .filter(claim -> !standing.containsKey(claim.identity()))
                .map(claim -> new Waiting(claim, adjudication(claim).closesAt(file(claim, Instant.MAX))))
                .sorted(Comparator.comparing(Waiting::closesAt).thenComparing(Waiting::claim, SessionRecord.BY_TIME))
                .forEach(this::decideIfDue);
    }

    private void decideIfDue(Waiting next) {
        if (next.closesAt().isAfter(now)) {
            certainAt(next)
                    .ifPresentOrElse(
                            asOf -> issue(next, asOf),
                            () -> stillOpen.add(new StillOpen(next.claim(), next.closesAt())));
            return;
        }
        Decision atTheClose = decision(file(next.claim(), next.closesAt()));
        Optional<Instant> earlier =
                atTheClose.judgement().decisive() ? certainAt(next) : Optional.empty(); // what is certain stays so
        earlier.ifPresentOrElse(
                asOf -> issue(next, asOf), () -> issue(next.claim(), atTheClose, claimedIn(next.claim())));
    }

    private void issue(Waiting certain, Instant asOf) {
        issue(certain.claim(), decision(file(certain.claim(), asOf)), claimedIn(certain.claim()));
    }

    /**
     * The earliest instant before the close at which what was seen could no longer be turned: an exclusion on facts that only ever become
     * true. Searched only where the whole record is certain, which one judgement tells.
     */
    private Optional<Instant> certainAt(Waiting next) {
        Claim claim = next.claim();
        CaseFile whole = file(claim, next.closesAt().minusNanos(1));
        if (!whole.asOf().isAfter(claim.occurredAt())
                || !adjudication(claim).judge(whole).decisive()) {
            return Optional.empty();
        }
        Stream<Instant> later = whole.evidence().stream()
                .map(exhibit -> exhibit.evidence().occurredAt())
                .filter(at -> at.isAfter(claim.occurredAt()) && at.isBefore(next.closesAt()));
        return Stream.concat(Stream.of(claim.occurredAt()), later)
                .filter(at -> adjudication(claim).judge(whole.asOf(at)).decisive())
                .findFirst();
    }

    /** Judges a decided claim again if its decision had not seen something that counts, or another claim's decision moved. */
    private void reconsider(Claim claim) {
        Standing known = standing.get(claim.identity());
        if (known == null || nothingNew(claim, known)) {
            return;
        }
        CaseFile everything = file(claim, Instant.MAX);
        Span span = adjudication(claim).span(everything);
        Optional<EvidenceEntry> cause = record.concerning(claim).stream()
                .filter(entry -> unseen(entry, known)
                        && adjudication(claim)
                                .counts(everything, SessionRecord.exhibit(entry, known.settledUpTo()), span))
                .reduce((earlier, later) -> later);
        Optional<Ruling> ruling = ruledSince(claim, known);
        Instant asOf = Stream.of(
                        Optional.of(known.asOf()),
                        cause.map(entry -> entry.evidence().occurredAt()),
                        ruling.map(Ruling::at))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Decision again = decision(everything.asOf(asOf));
        if (differs(again, known)) {
            // A ruling concerns the outcome as it was claimed; the ledger moves it to the first open month.
            YearMonth month = ruling.isPresent()
                    ? claimedIn(claim)
                    : cause.map(entry -> bookedIn(claim, entry, span.closesAt()))
                            .orElseGet(this::lastBooking);
            issue(claim, again, month);
        }
    }

    /** The last ruling that the standing decision had not seen. */
    private Optional<Ruling> ruledSince(Claim claim, Standing known) {
        List<Ruling> all = rulingsOn(claim);
        return all.size() > known.rulings() ? Optional.of(all.getLast()) : Optional.empty();
    }

    private List<Ruling> rulingsOn(Claim claim) {
        return rulings.getOrDefault(claim.identity(), List.of());
    }

    private boolean nothingNew(Claim claim, Standing known) {
        boolean anotherMoved =
                issued.stream().anyMatch(other -> !other.claim().identity().equals(claim.identity()));
        return !anotherMoved
                && ruledSince(claim, known).isEmpty()
                && record.concerning(claim).stream().noneMatch(entry -> unseen(entry, known));
    }

    private static boolean unseen(EvidenceEntry entry, Standing known) {
        return entry.position() > known.knownUpTo()
                || entry.evidence().occurredAt().isAfter(known.asOf());
    }

    private static boolean differs(Decision again, Standing known) {
        return !again.judgement().verdict().name().equals(known.verdict())
                || !again.judgement().tier().equals(known.tier())
                || !again.amount().equals(known.amount());
    }

    /** Restating stays in the claim's month; crediting goes to the month in which we learned of the cause. */
    private YearMonth bookedIn(Claim claim, EvidenceEntry cause, Instant closesAt) {
        WindowTerms window = adjudication(claim).window(claim);
        boolean afterTheClose = cause.evidence().kind() == EvidenceKind.REOPENED
                && !cause.evidence().occurredAt().isBefore(closesAt);
        boolean restates = afterTheClose
                ? window.reopen() == WindowTerms.Reopen.DEDUCT_SAME_PERIOD
                : window.late() == WindowTerms.Late.RESTATE_PERIOD;
        YearMonth claimed = claimedIn(claim);
        YearMonth learned = adjudication(claim).month(learnedAt(cause));
        return restates || learned.isBefore(claimed) ? claimed : learned;
    }

    /** Never before it happened, should clocks disagree. */
    private static Instant learnedAt(EvidenceEntry cause) {
        Instant happened = cause.evidence().occurredAt();
        return cause.recordedAt().isBefore(happened) ? happened : cause.recordedAt();
    }

    private YearMonth lastBooking() {
        return issued.getLast().bookedIn();
    }

    private YearMonth claimedIn(Claim claim) {
        return adjudication(claim).month(claim.occurredAt());
    }

    private void issue(Claim claim, Decision decision, YearMonth bookedIn) {
        Optional<Standing> before = Optional.ofNullable(standing.get(claim.identity()));
        long position = record.lastPosition();
        int number = before.map(known -> known.number() + 1).orElse(1);
        issued.add(new Issued(claim, number, decision, bookedIn, position));
        standing.put(
                claim.identity(),
                new Standing(
                        number,
                        decision.judgement().verdict().name(),
                        decision.judgement().tier(),
                        decision.amount(),
                        decision.file().asOf(),
                        before.map(Standing::settledUpTo).orElse(position),
                        position,
                        decision.file().rulings().size()));
    }

    private Decision decision(CaseFile file) {
        Adjudication adjudication = adjudication(file.claim());
        return new Decision(file, adjudication.terms(), session.contract().unit(), adjudication.judge(file));
    }

    private CaseFile file(Claim claim, Instant asOf) {
        long settledUpTo = Optional.ofNullable(standing.get(claim.identity()))
                .map(Standing::settledUpTo)
                .orElse(Long.MAX_VALUE);
        return new CaseFile(
                claim,
                session.contract().digest(),
                adjudication(claim).ruleSetDigest(),
                record.concerning(claim).stream()
                        .map(entry -> SessionRecord.exhibit(entry, settledUpTo))
                        .toList(),
                billedEarlier(claim),
                rulingsOn(claim),
                asOf);
    }

    /** Another claim of the session that is billed already and is the same outcome. */
    private Optional<String> billedEarlier(Claim claim) {
        return record.othersOfItsType(claim).stream()
                .filter(other -> Optional.ofNullable(standing.get(other.identity()))
                                .map(Standing::billable)
                                .orElse(false)
                        && record.sameOutcome(
                                other, claim, adjudication(claim).terms().session()))
                .map(Claim::outcomeId)
                .findFirst();
    }

    private Adjudication adjudication(Claim claim) {
        return adjudications.apply(claim.outcomeType());
    }
}
