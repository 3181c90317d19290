package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.contract.Tree;
import io.adjudicator.dealdesk.AgreedCase.Expected;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one agreed case under the version that it is an example of. */
final class CaseReader {

    private static final Duration SOON_AFTER = Duration.ofHours(1);

    private final ContractVersion contract;
    private final Tree row;
    private final CaseFaults faults;

    CaseReader(ContractVersion contract, Tree row, CaseFaults faults) {
        this.contract = contract;
        this.row = row;
        this.faults = faults;
    }

    /** Empty if it has faults, which are then in the collector. */
    Optional<AgreedCase> read() {
        int before = faults.found().size();
        CaseClaims claims = new CaseClaims(contract, row, faults);
        Optional<Claim> claim = claims.claim();
        List<Claim> earlier = claims.earlier();
        Instant occurredAt =
                claim.map(Claim::occurredAt).orElse(contract.effective().from());
        List<Evidence> evidence = evidence(occurredAt);
        Optional<Instant> asOf = faults.duration(row, "as_of").map(occurredAt::plus);
        return claim.filter(read -> faults.found().size() == before)
                .map(read -> new AgreedCase(
                        row.text("name").orElseThrow(),
                        row.pointer(),
                        read,
                        earlier,
                        evidence,
                        asOf,
                        row.integer("counted").orElse(0),
                        expected()));
    }

    /** What was observed, by times after the claim. */
    List<Evidence> evidence(Instant claimedAt) {
        List<Evidence> evidence = new ArrayList<>();
        for (Tree observed : row.rows("evidence")) {
            String name = observed.text("kind").orElse("");
            EvidenceKind.ofWireName(name)
                    .ifPresentOrElse(
                            kind -> evidence.add(evidence(kind, observed, claimedAt)),
                            () -> faults.add(
                                    "unknown_evidence",
                                    observed.at("kind"),
                                    "expected a kind of evidence, such as reopened, but got \"" + name + "\""));
        }
        return evidence;
    }

    /** Names the claim, so that a claim's time before or after it plays no part. */
    private Evidence evidence(EvidenceKind kind, Tree observed, Instant claimedAt) {
        String grade = observed.text("grade").orElse("affected_party");
        return new Evidence(
                observed.text("source")
                        .map(source -> new SourceId(source, observed.pointer()))
                        .orElseGet(() -> CaseClaims.identity(observed.pointer())),
                contract.customer(),
                CaseClaims.SESSION,
                Optional.of(CaseClaims.identity(row.at("claim"))),
                kind,
                EvidenceGrade.valueOf(grade.toUpperCase(Locale.ROOT)),
                claimedAt.plus(faults.duration(observed, "after").orElse(SOON_AFTER)),
                Optional.empty(),
                Optional.empty());
    }

    private Expected expected() {
        Tree expect = row.child("expect");
        return new Expected(
                expect.text("verdict").orElseThrow().toUpperCase(Locale.ROOT),
                expect.text("reason"),
                expect.texts("missing"),
                expect.text("tier"),
                expect.decimal("price"),
                expect.decimal("fees"));
    }
}
