package io.adjudicator.adjudication;

import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Unit;
import io.adjudicator.rating.Price;
import io.adjudicator.rules.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A judgement with the case file it was made from: what is issued, stored, explained and replayed. */
public record Decision(CaseFile file, OutcomeTerms terms, Unit unit, Judgement judgement) {

    /** Changes whenever the same case file could come to another document; see CHANGELOG, "Decisions". */
    public static final String ENGINE_VERSION = "adjudicator-1";

    /** What it costs by the price list: the outcome, if billable, and the fees of the interaction. */
    public Amount amount() {
        return judgement.price().map(Price::amount).orElse(Amount.zero(unit)).plus(fees());
    }

    /** The fees of the interaction, due whatever the verdict. */
    public Amount fees() {
        return judgement.fees().stream().map(Price::amount).reduce(Amount.zero(unit), Amount::plus);
    }

    /** The stored document: canonical, so that a replay can be compared byte by byte. */
    public String document() {
        return Canonical.json(canonical());
    }

    public Map<String, Object> canonical() {
        Map<String, Object> members = new HashMap<>();
        members.put("outcomeId", file.claim().outcomeId());
        members.put("customer", file.claim().customer().value());
        members.put("outcomeType", terms.type().value());
        members.put("asOf", file.asOf().toString());
        members.put("window", window());
        members.putAll(verdict());
        judgement.tier().ifPresent(tier -> members.put("tier", tier));
        members.put("amount", amount().plain());
        members.put("unit", unit.code());
        judgement.price().ifPresent(price -> members.put("price", priced(price)));
        if (!judgement.fees().isEmpty()) {
            members.put("fees", judgement.fees().stream().map(Decision::priced).toList());
        }
        members.put("verification", judgement.verification());
        members.put("handoff", handoff());
        file.ruled().ifPresent(ruling -> members.put("ruling", ruling.canonical()));
        members.put("findings", judgement.findings().stream().map(this::finding).toList());
        members.put("inputs", inputs());
        return members;
    }

    private static Map<String, Object> priced(Price price) {
        Map<String, Object> members = new HashMap<>();
        members.put("working", price.working());
        members.put("clause", price.clause());
        price.free().ifPresent(why -> members.put("free", why));
        if (price.rate().byCount()) {
            members.put("atMost", true);
        }
        return members;
    }

    private String handoff() {
        if (judgement.facts().get("handoff").equals(Optional.of(true))) {
            return "handed_off";
        }
        return judgement.facts().get("asked_for_human").equals(Optional.of(true)) ? "asked_for" : "none";
    }

    private Map<String, Object> verdict() {
        Map<String, Object> members = new HashMap<>();
        members.put("verdict", judgement.verdict().name());
        switch (judgement.verdict()) {
            case Verdict.Billable() -> {}
            case Verdict.NotBillable(String reason) -> members.put("reason", reason);
            case Verdict.Unprovable(List<String> missing) -> members.put("missing", missing);
            case Verdict.NeedsReview(String why) -> members.put("why", why);
        }
        return members;
    }

    private Map<String, Object> window() {
        return Map.of(
                "opensAt", file.claim().occurredAt().toString(),
                "closesAt", judgement.closesAt().toString(),
                "closed", judgement.windowClosed());
    }

    private Map<String, Object> finding(Finding finding) {
        Map<String, Object> seen = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String fact : finding.rule().facts()) {
            judgement.facts().get(fact).ifPresentOrElse(value -> seen.put(fact, value), () -> unknown.add(fact));
        }
        return Map.of(
                "rule", finding.rule().id(),
                "of", finding.rule().kind().name(),
                "kind", finding.kind().name(),
                "clause", finding.rule().clause(),
                "result", finding.rule().result(),
                "says", finding.rule().says(),
                "facts", seen,
                "unknown", unknown);
    }

    private Map<String, Object> inputs() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("contract", file.contract().value());
        inputs.put("ruleSet", file.ruleSet().value());
        inputs.put("evidence", file.evidenceDigest().value());
        if (!file.rulings().isEmpty()) {
            inputs.put("rulings", file.rulingsDigest().value());
        }
        inputs.put("engine", ENGINE_VERSION);
        return inputs;
    }
}
