package io.adjudicator.recount;

import io.adjudicator.kernel.SourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that a vendor billed in the time that is recounted. A bill is complete: a claim that it does not name was not billed. */
public record Bill(List<BillLine> lines) {

    public Bill {
        lines = List.copyOf(lines);
    }

    /** Each claim's lines, and the lines of no claim. */
    Matched match(List<SourceId> claims) {
        Map<String, List<SourceId>> byId = new HashMap<>();
        claims.forEach(claim ->
                byId.computeIfAbsent(claim.id(), id -> new ArrayList<>()).add(claim));
        Map<SourceId, List<BillLine>> ofClaim = new HashMap<>();
        Set<SourceId> inDoubt = new HashSet<>();
        List<BillLine> ofNone = new ArrayList<>();
        for (BillLine line : lines) {
            List<SourceId> meant = byId.getOrDefault(line.id(), List.of()).stream()
                    .filter(line::speaksOf)
                    .toList();
            meant.forEach(claim ->
                    ofClaim.computeIfAbsent(claim, key -> new ArrayList<>()).add(line));
            if (meant.size() > 1) {
                inDoubt.addAll(meant);
            }
            if (meant.isEmpty() && line.state() != BillLine.State.NOT_BILLED) {
                ofNone.add(line);
            }
        }
        return new Matched(ofClaim, inDoubt, ofNone);
    }

    /**
     * A bill beside the claims.
     *
     * @param inDoubt claims that share an id, where the bill does not say which of them it means
     * @param ofNone billed, but there is no record of it
     */
    record Matched(Map<SourceId, List<BillLine>> ofClaim, Set<SourceId> inDoubt, List<BillLine> ofNone) {

        List<BillLine> lines(SourceId claim) {
            return ofClaim.getOrDefault(claim, List.of());
        }
    }
}
