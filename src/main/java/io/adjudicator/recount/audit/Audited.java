package io.adjudicator.recount.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a case came to.
 *
 * @param mismatches against what the auditor expects; empty if nothing was stated, and an empty list if all is as expected
 */
public record Audited(String id, List<Checked> checks, Optional<List<String>> mismatches) {

    static Mark worst(List<Checked> checks) {
        return checks.stream()
                .map(Checked::mark)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("expected at least one check, but there is none"));
    }

    public Mark mark() {
        return worst(checks);
    }

    /** As the auditor expects, or, where nothing is expected, without a failure. */
    public boolean isWell() {
        return mismatches.map(List::isEmpty).orElseGet(() -> mark() != Mark.FAIL);
    }
}
