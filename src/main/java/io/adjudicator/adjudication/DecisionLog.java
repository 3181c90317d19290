package io.adjudicator.adjudication;

import io.adjudicator.kernel.SourceId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Says in the log which claims were decided: ids and verdicts, never facts or prices. A page of settling decides
 * thousands, so many at once are one line at INFO, and a line each at DEBUG.
 */
final class DecisionLog {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

    /** Decisions of one transaction that have an INFO line each: a session's worth, as a single request makes them. */
    private static final int FEW = 10;

    private DecisionLog() {}

    static void decided(List<Issued> issued) {
        if (issued.size() <= FEW) {
            issued.forEach(one -> decided(one, Level.INFO));
        } else {
            many(issued);
        }
    }

    private static void many(List<Issued> many) {
        Map<String, Long> verdicts =
                many.stream().collect(Collectors.groupingBy(DecisionLog::verdict, TreeMap::new, Collectors.counting()));
        LOG.atInfo()
                .addKeyValue("decisions", many.size())
                .addKeyValue("verdicts", verdicts.toString())
                .log("Claims decided");
        if (LOG.isDebugEnabled()) {
            many.forEach(one -> decided(one, Level.DEBUG));
        }
    }

    private static void decided(Issued one, Level level) {
        SourceId identity = one.claim().identity();
        LOG.atLevel(level)
                .addKeyValue("claim", one.claim().outcomeId())
                .addKeyValue("claimSource", identity.source())
                .addKeyValue("claimId", identity.id())
                .addKeyValue("customer", one.claim().customer().value())
                .addKeyValue("session", one.claim().session())
                .addKeyValue("decision", one.number())
                .addKeyValue("verdict", verdict(one))
                .addKeyValue("reason", reason(one.decision().judgement().verdict()))
                .log(one.number() == 1 ? "Claim decided" : "Decision superseded");
    }

    private static String verdict(Issued one) {
        return one.decision().judgement().verdict().name();
    }

    /** Codes and names of facts, which are the contract's own words and not the claim's. */
    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Billable() -> "every_criterion_met";
            case Verdict.NotBillable(String reason) -> reason;
            case Verdict.Unprovable(List<String> missing) -> "missing " + String.join(", ", missing);
            case Verdict.NeedsReview(String why) -> why;
        };
    }
}
