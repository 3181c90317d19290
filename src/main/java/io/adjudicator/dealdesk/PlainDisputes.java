package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.DisputeTerms;
import io.adjudicator.kernel.Amount;
import java.math.BigDecimal;
import java.util.List;

/** What is agreed about objections, in plain words. */
final class PlainDisputes {

    private PlainDisputes() {}

    static List<String> of(ContractVersion contract) {
        DisputeTerms terms = contract.disputes();
        String clause = terms.clause().map(text -> " (" + text + ")").orElse("");
        return List.of(
                "You can dispute a decision within " + PlainTiming.words(terms.raiseWithin()) + " of it" + clause + ".",
                "A person answers within " + PlainTiming.words(terms.firstAnswer())
                        + "; a side that is asked for evidence has " + PlainTiming.words(terms.evidenceWithin())
                        + ", and then it is decided within " + PlainTiming.words(terms.reviewWithin()) + ".",
                accepted(contract, terms.autoAcceptUpTo()),
                "What a reviewer gives back above " + amount(contract, terms.approvalOver())
                        + " is approved by finance, above " + amount(contract, terms.secondApprovalOver())
                        + " by two people.");
    }

    private static String accepted(ContractVersion contract, BigDecimal limit) {
        return limit.signum() == 0
                ? "Nothing is given back before a person has looked."
                : "What new evidence brings back is accepted at once, up to " + amount(contract, limit) + ".";
    }

    private static String amount(ContractVersion contract, BigDecimal number) {
        return new Amount(number, contract.unit()).toString();
    }
}
