package io.adjudicator.recount;

import io.adjudicator.adjudication.Verdict;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.recount.Bill.Matched;
import io.adjudicator.recount.BillLine.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says why a claim cannot be settled. Neither party may count the doubt for itself. */
final class Doubt {

    private final Matched bill;
    private final Map<SourceId, List<OpenQuestion>> open;

    Doubt(Matched bill, Map<SourceId, List<OpenQuestion>> open) {
        this.bill = bill;
        this.open = open;
    }

    /** Empty if it can be settled. */
    Optional<Ground> about(Decided decided) {
        SourceId claim = decided.identity();
        if (bill.lines(claim).stream().anyMatch(line -> line.state() == State.UNKNOWN)) {
            return Optional.of(Ground.beside(
                    decided.decision(),
                    "unknown_if_billed",
                    List.of("billed"),
                    "The bill does not say whether it was billed."));
        }
        if (bill.inDoubt().contains(claim)) {
            return Optional.of(Ground.beside(
                    decided.decision(),
                    "claim_in_doubt",
                    List.of("source"),
                    "Several sources have a claim \"" + claim.id() + "\"; the bill does not say whose it means."));
        }
        return switch (decided.decision().judgement().verdict()) {
            case Verdict.Unprovable _ -> Optional.of(Ground.of(decided.decision()));
            case Verdict.NeedsReview _ -> Optional.of(Ground.of(decided.decision()));
            case Verdict.NotBillable _ -> Optional.empty();
            case Verdict.Billable _ -> takenForNo(decided);
        };
    }

    /** An unknown that the contract would take for a no speaks for the vendor without anybody having said so. */
    private Optional<Ground> takenForNo(Decided decided) {
        List<String> missing = open.getOrDefault(decided.identity(), List.of()).stream()
                .filter(question -> question.isTakenForNo(decided.decision()))
                .map(OpenQuestion::word)
                .sorted()
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Ground.beside(
                        decided.decision(),
                        "unprovable",
                        missing,
                        "The export leaves " + String.join(", ", missing)
                                + " empty; the contract knows only what was seen, and would take that for a no."));
    }
}
