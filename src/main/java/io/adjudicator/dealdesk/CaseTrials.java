package io.adjudicator.dealdesk;

import io.adjudicator.adjudication.Decision;
import io.adjudicator.adjudication.Trial;
import io.adjudicator.adjudication.Verdict;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.kernel.Fault;
import io.adjudicator.lint.Shown;
import io.adjudicator.rules.RuleSets;
import java.util.ArrayList;
import java.util.List;

/** Decides agreed cases with the code that decides in production, and says where one comes out otherwise than agreed. */
final class CaseTrials {

    private final ContractVersion contract;
    private final RuleSets ruleSets;
    private final CasesFile file;

    CaseTrials(ContractVersion contract, RuleSets ruleSets, CasesFile file) {
        this.contract = contract;
        this.ruleSets = ruleSets;
        this.file = file;
    }

    /**
     * What trying the cases showed.
     *
     * @param coverage which rules fired and stayed silent in them
     * @param shown the billable ones as they were decided
     */
    record Tried(List<Fault> faults, Coverage coverage, List<Shown> shown) {}

    Tried run(List<AgreedCase> cases) {
        List<Fault> faults = new ArrayList<>();
        Coverage coverage = new Coverage(contract);
        List<Shown> shown = new ArrayList<>();
        for (AgreedCase agreed : cases) {
            Decision decision = decide(agreed);
            coverage.count(decision);
            if (decision.judgement().verdict() instanceof Verdict.Billable) {
                shown.add(new Shown(
                        agreed.name(),
                        agreed.claim().outcomeType(),
                        decision.judgement().facts()));
            }
            Outcome actual = Outcome.of(decision, agreed.counted());
            if (!actual.fits(agreed.expected())) {
                faults.add(file.fault(
                        agreed,
                        "case_failed",
                        "expected " + Outcome.describe(agreed.expected()) + ", but got " + actual + "; "
                                + Outcome.because(decision)));
            }
        }
        return new Tried(faults, coverage, shown);
    }

    private Decision decide(AgreedCase agreed) {
        return Trial.decide(contract, ruleSets, agreed.claim(), agreed.earlier(), agreed.evidence(), agreed.asOf());
    }
}
