package io.adjudicator.adjudication;

import io.adjudicator.adjudication.SessionFile.ClaimEntry;
import io.adjudicator.adjudication.SessionFile.EvidenceEntry;
import io.adjudicator.adjudication.SessionFile.Standing;
import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.SessionTerms;
import io.adjudicator.contract.WindowTerms;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Members;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One session under fabrikam's plain product terms (72 hours, 0.99 USD), told hour by hour from midnight of July 10th, 2026, UTC. */
final class OneSession {

    private static final RuleSets RULE_SETS = new RuleSets();
    private static final ContractVersion PLAIN = ContractFolder.read(Path.of("customer-overrides", "fabrikam"))
            .timeline()
            .versions()
            .getFirst();

    private final ContractVersion contract;
    private final List<Ruling> rulings = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<EvidenceEntry> evidence = new ArrayList<>();
    private final Map<SourceId, Standing> standing = new HashMap<>();
    private final List<Issued> issued = new ArrayList<>();
    private List<Docket.StillOpen> open = List.of();

    private OneSession(ContractVersion contract) {
        this.contract = contract;
    }

    static OneSession onPlainTerms() {
        return new OneSession(PLAIN);
    }

    static OneSession under(ContractVersion contract) {
        return new OneSession(contract);
    }

    static OneSession with(WindowTerms window) {
        return new OneSession(changed(
                window,
                PLAIN.terms(OutcomeType.SUPPORT_RESOLUTION).orElseThrow().session()));
    }

    static OneSession with(SessionTerms session) {
        return new OneSession(changed(
                PLAIN.terms(OutcomeType.SUPPORT_RESOLUTION).orElseThrow().window(), session));
    }

    private static ContractVersion changed(WindowTerms window, SessionTerms session) {
        OutcomeTerms terms = PLAIN.terms(OutcomeType.SUPPORT_RESOLUTION).orElseThrow();
        OutcomeTerms changed = new OutcomeTerms(
                terms.type(),
                terms.clause(),
                terms.definition(),
                session,
                window,
                terms.verification(),
                terms.rules(),
                terms.price(),
                terms.value());
        return changed(PLAIN, changed);
    }

    static ContractVersion changed(ContractVersion contract, OutcomeTerms terms) {
        return new ContractVersion(
                contract.customer(),
                contract.version(),
                contract.digest(),
                contract.effective(),
                contract.zone(),
                contract.unit(),
                Map.of(terms.type(), terms),
                contract.commercial(),
                contract.disputes());
    }

    static Instant hour(int hours) {
        return Instant.parse("2026-07-10T00:00:00Z").plus(Duration.ofHours(hours));
    }

    static Claim claim(int hour, String id) {
        return claim(hour, id, "chat", Map.of());
    }

    static Claim claim(int hour, String id, String channel, Map<String, Object> facts) {
        return new Claim(
                new SourceId("chat", id),
                PLAIN.customer(),
                OutcomeType.SUPPORT_RESOLUTION,
                "s-1",
                hour(hour),
                hour(hour),
                "eve",
                channel,
                "order",
                Optional.empty(),
                facts);
    }

    static Evidence seen(EvidenceKind kind, int hour) {
        return seen(kind, hour, "desk", EvidenceGrade.AFFECTED_PARTY);
    }

    static Evidence seen(EvidenceKind kind, int hour, String source, EvidenceGrade grade) {
        return new Evidence(
                new SourceId(source, kind.wireName() + "@" + hour),
                PLAIN.customer(),
                "s-1",
                Optional.empty(),
                kind,
                grade,
                hour(hour),
                Optional.empty(),
                Optional.empty());
    }

    /** The claim happens and is received in the same hour. */
    OneSession claimed(int hour, String id) {
        return claimed(claim(hour, id), hour);
    }

    OneSession claimed(Claim claim, int hour) {
        claims.add(claim);
        return advance(hour);
    }

    OneSession observed(EvidenceKind kind, int hour) {
        return received(seen(kind, hour), hour);
    }

    /** Something that happened before is received now. */
    OneSession received(Evidence record, int now) {
        return received(List.of(record), now);
    }

    OneSession received(List<Evidence> records, int now) {
        records.forEach(record -> evidence.add(new EvidenceEntry(record, evidence.size() + 1, hour(now))));
        return advance(now);
    }

    /** A person rules at this hour. */
    OneSession ruled(Ruling ruling, int hour) {
        rulings.add(ruling);
        return advance(hour);
    }

    OneSession advance(int hour) {
        SessionFile file = new SessionFile(
                contract,
                claims.stream()
                        .map(claim -> new ClaimEntry(
                                claim,
                                Optional.ofNullable(standing.get(claim.identity())),
                                rulings.stream()
                                        .filter(ruling -> ruling.outcomeId().equals(claim.outcomeId()))
                                        .toList()))
                        .toList(),
                evidence);
        Docket.Agenda agenda = Docket.advance(file, new Adjudications(RULE_SETS).under(contract), hour(hour));
        agenda.issued().forEach(this::stand);
        open = agenda.stillOpen();
        return this;
    }

    private void stand(Issued one) {
        issued.add(one);
        Optional<Standing> before = Optional.ofNullable(standing.get(one.claim().identity()));
        Judgement judgement = one.decision().judgement();
        standing.put(
                one.claim().identity(),
                new Standing(
                        one.number(),
                        judgement.verdict().name(),
                        judgement.tier(),
                        one.decision().amount(),
                        one.decision().file().asOf(),
                        before.map(Standing::settledUpTo).orElse(one.evidenceUpTo()),
                        one.evidenceUpTo(),
                        one.decision().file().rulings().size()));
    }

    /** All decisions so far, such as {@code c-1#1 NOT_BILLABLE escalated_to_human @13 2026-07}. */
    String decisions() {
        return issued.stream().map(OneSession::text).collect(Collectors.joining(", "));
    }

    private static String text(Issued one) {
        String reason = switch (one.decision().judgement().verdict()) {
            case Verdict.Billable() -> "";
            case Verdict.NotBillable(String why) -> " " + why;
            case Verdict.NeedsReview(String why) -> " " + why;
            case Verdict.Unprovable(List<String> missing) -> " " + missing;
        };
        return one.claim().identity().id() + "#" + one.number() + " "
                + one.decision().judgement().verdict().name() + reason + " @"
                + Duration.between(hour(0), one.decision().file().asOf()).toHours() + " " + one.bookedIn();
    }

    List<String> documents() {
        return issued.stream().map(one -> one.decision().document()).toList();
    }

    /** The documents that the stored form of the case files comes to. */
    List<String> replayed() {
        return issued.stream()
                .map(one -> CaseFile.ofCanonical(
                        Members.parse(Canonical.json(one.decision().file().canonical()))))
                .map(file -> new Decision(
                        file,
                        contract.terms(file.claim().outcomeType()).orElseThrow(),
                        contract.unit(),
                        new Adjudications(RULE_SETS)
                                .under(contract)
                                .apply(file.claim().outcomeType())
                                .judge(file)))
                .map(Decision::document)
                .toList();
    }

    /** Hours at which the open windows close. */
    List<Long> closes() {
        return open.stream()
                .map(one -> Duration.between(hour(0), one.closesAt()).toHours())
                .toList();
    }
}
