package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a schema cannot say of the terms of disputes: amounts that can be kept exactly, limits in order. Durations: {@link TermsCheck}. */
final class DisputeCheck {

    private DisputeCheck() {}

    static List<Fault> faults(YamlFile file) {
        Tree terms = file.tree().child("dispute");
        List<Fault> faults = new ArrayList<>();
        for (String key : List.of("auto_accept_up_to", "approval_over", "second_approval_over")) {
            faults.addAll(RateCheck.faults(file, terms, key));
        }
        DisputeTerms.Limits limits = DisputeTerms.Limits.of(terms);
        if (limits.second().compareTo(limits.first()) < 0) {
            faults.add(file.fault(
                    "contradicting_terms",
                    terms.at("second_approval_over"),
                    "expected at least approval_over (" + plain(limits.first())
                            + "), because nothing has a second approval without a first one, but got "
                            + plain(limits.second())));
        }
        return faults;
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
