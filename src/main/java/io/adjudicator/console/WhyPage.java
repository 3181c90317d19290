package io.adjudicator.console;

import io.adjudicator.adjudication.ClaimDossier;
import io.adjudicator.adjudication.Explanation;
import io.adjudicator.adjudication.StoredDecision;
import io.adjudicator.console.Shown.Moment;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.dealdesk.PlainContract;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.StoredEvidence;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Members;
import io.adjudicator.kernel.Unit;
import io.adjudicator.ledger.OutcomeJournal;
import io.adjudicator.rules.RuleSets;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts all that explains one outcome into a page: shown beside the outcome, and beside every case about it. */
@Component
class WhyPage {

    private static final Set<String> LINKS = Set.of("http://", "https://");

    private final Contracts contracts;
    private final RuleSets ruleSets;
    private final OutcomeJournal journal;

    WhyPage(Contracts contracts, RuleSets ruleSets, OutcomeJournal journal) {
        this.contracts = contracts;
        this.ruleSets = ruleSets;
        this.journal = journal;
    }

    /** One rule's word on the outcome. */
    record FindingRow(String kind, String rule, String clause, String sentence) {}

    /** A person's word, which stands above the rules'. */
    record RulingRow(String by, Moment at, String reason) {}

    /** One piece of evidence. */
    record EvidenceRow(
            Moment occurredAt,
            String kind,
            String grade,
            String source,
            String id,
            String note,
            String link,
            Moment recordedAt,
            boolean ofThisClaim) {}

    /** One decision; the last one stands. */
    record DecisionRow(
            int number,
            Moment issuedAt,
            String verdict,
            String reason,
            String tier,
            String amount,
            String unit,
            String bookedIn,
            boolean stands) {}

    /** One posting of the journal. */
    record PostingRow(String id, String what, String account, String amount, String unit, String bookedIn) {}

    /** A name with its value. */
    record Entry(String name, String value) {}

    void fill(ClaimDossier dossier, Model model) {
        Claim claim = dossier.claim().claim();
        Optional<Members> document = dossier.decisions().isEmpty()
                ? Optional.empty()
                : Optional.of(Members.parse(dossier.decisions().getLast().document()));
        Optional<ContractVersion> contract = document.map(made ->
                        contracts.byDigest(new Digest(made.object("inputs").text("contract"))))
                .or(() -> contracts.inForce(claim.customer(), claim.sessionStartedAt()));
        ZoneId zone = contract.map(ContractVersion::zone).orElse(ZoneOffset.UTC);
        model.addAttribute("outcomeId", claim.outcomeId());
        model.addAttribute("claim", claim);
        model.addAttribute("state", dossier.state().name());
        model.addAttribute("zone", zone.getId());
        model.addAttribute("occurredAt", Shown.second(claim.occurredAt(), zone));
        model.addAttribute("recordedAt", Shown.second(dossier.claim().recordedAt(), zone));
        model.addAttribute("sourceLink", claim.sourceLink().map(WhyPage::link).orElse(""));
        model.addAttribute("facts", facts(claim));
        model.addAttribute(
                "contractVersion", contract.map(ContractVersion::version).orElse(0));
        model.addAttribute(
                "clause",
                contract.flatMap(version -> version.terms(claim.outcomeType()))
                        .map(terms -> terms.clause())
                        .orElse(""));
        contract.flatMap(version -> PlainContract.of(version, ruleSets).outcomes().stream()
                        .filter(plain -> plain.type().equals(claim.outcomeType()))
                        .findAny())
                .ifPresent(agreed -> model.addAttribute("agreed", agreed));
        model.addAttribute("bar", WindowBar.of(dossier, document, zone));
        model.addAttribute(
                "openUntil",
                dossier.openUntil().map(at -> Shown.minute(at, zone)).orElse(null));
        model.addAttribute(
                "evidence",
                dossier.evidence().stream()
                        .sorted(Comparator.comparing(one -> one.evidence().occurredAt()))
                        .map(one -> evidence(one, claim, zone))
                        .toList());
        model.addAttribute(
                "decisions",
                dossier.decisions().reversed().stream()
                        .map(made ->
                                decision(made, made.equals(dossier.decisions().getLast()), zone))
                        .toList());
        document.ifPresent(made -> decided(made, zone, model));
        booked(journal.of(claim.customer(), dossier.claim().claimKey()), model);
    }

    private static void booked(OutcomeJournal.Of outcome, Model model) {
        model.addAttribute(
                "charged",
                outcome.charged().entrySet().stream()
                        .map(month -> new Entry(month.getKey().toString(), Shown.money(month.getValue())))
                        .toList());
        model.addAttribute(
                "postings",
                outcome.rows().stream()
                        .map(row -> new PostingRow(
                                row.id(),
                                Shown.words(row.kind().name()),
                                row.account(),
                                Shown.number(row.amount()),
                                row.amount().unit().code(),
                                row.bookedIn().toString()))
                        .toList());
    }

    private static void decided(Members document, ZoneId zone, Model model) {
        model.addAttribute("conclusion", conclusion(document));
        document.optionalObject("ruling").ifPresent(ruling -> model.addAttribute("ruling", ruling(ruling, zone)));
        model.addAttribute(
                "findings",
                document.objects("findings").stream().map(WhyPage::finding).toList());
        model.addAttribute(
                "price",
                document.optionalObject("price")
                        .map(price -> price.text("working"))
                        .orElse(""));
        model.addAttribute(
                "priceClause",
                document.optionalObject("price")
                        .map(price -> price.text("clause"))
                        .orElse(""));
        model.addAttribute("amount", amount(document));
        model.addAttribute(
                "inputs",
                document.object("inputs").values().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(input -> new Entry(
                                Shown.words(input.getKey().replace("ruleSet", "rule_set")),
                                String.valueOf(input.getValue())))
                        .toList());
    }

    /** On its own page an outcome needs no name, and people no underscores. */
    private static String conclusion(Members document) {
        return Explanation.conclusion(document)
                .replace("Outcome " + document.text("outcomeId"), "This outcome")
                .replace('_', ' ');
    }

    private static RulingRow ruling(Members ruling, ZoneId zone) {
        return new RulingRow(
                Shown.actor(ruling.text("by")),
                Shown.minute(Instant.parse(ruling.text("at")), zone),
                ruling.text("reason"));
    }

    private static FindingRow finding(Members finding) {
        return new FindingRow(
                finding.text("kind"), finding.text("rule"), finding.text("clause"), Explanation.sentence(finding));
    }

    private static EvidenceRow evidence(StoredEvidence stored, Claim claim, ZoneId zone) {
        Evidence evidence = stored.evidence();
        return new EvidenceRow(
                Shown.minute(evidence.occurredAt(), zone),
                Shown.words(evidence.kind().wireName()),
                Shown.words(evidence.grade().name()),
                evidence.identity().source(),
                evidence.identity().id(),
                evidence.note().orElse(""),
                evidence.sourceLink().map(WhyPage::link).orElse(""),
                Shown.minute(stored.recordedAt(), zone),
                evidence.claim().map(claim.identity()::equals).orElse(true));
    }

    private static DecisionRow decision(StoredDecision made, boolean stands, ZoneId zone) {
        Members document = Members.parse(made.document());
        Amount amount = new Amount(new BigDecimal(document.text("amount")), new Unit(document.text("unit")));
        return new DecisionRow(
                made.number(),
                Shown.minute(made.issuedAt(), zone),
                document.text("verdict"),
                reason(document),
                document.optionalText("tier").orElse(""),
                Shown.number(amount),
                amount.unit().code(),
                made.bookedIn().toString(),
                stands);
    }

    static String reason(Members document) {
        return document.optionalText("reason")
                .or(() -> document.optionalText("why"))
                .map(Shown::words)
                .orElseGet(() -> document.values().containsKey("missing")
                        ? "missing: " + String.join(", ", document.texts("missing"))
                        : "");
    }

    private static String amount(Members document) {
        return Shown.money(Amount.of(document.text("amount"), document.text("unit")));
    }

    private static List<Entry> facts(Claim claim) {
        return claim.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> new Entry(fact.getKey(), String.valueOf(fact.getValue())))
                .toList();
    }

    /** What a product calls a link need not be one: a script must not run because somebody clicked on it. */
    static String link(String given) {
        return LINKS.stream().anyMatch(given::startsWith) ? given : "";
    }
}
