package io.adjudicator.recount;

import io.adjudicator.adjudication.Decision;
import io.adjudicator.adjudication.Verdict;
import io.adjudicator.intake.Claim;
import io.adjudicator.kernel.SourceId;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * A claim's decision that stands.
 *
 * @param month the claim's billing month, in which its outcome is counted
 */
public record Decided(Decision decision, YearMonth month) {

    static final Comparator<Decided> BY_TIME = Comparator.comparing(
                    (Decided decided) -> decided.claim().occurredAt())
            .thenComparing(Decided::identity);

    Claim claim() {
        return decision.file().claim();
    }

    SourceId identity() {
        return claim().identity();
    }

    boolean isBillable() {
        return decision.judgement().verdict() instanceof Verdict.Billable;
    }
}
