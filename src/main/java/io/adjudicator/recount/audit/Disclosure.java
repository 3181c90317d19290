package io.adjudicator.recount.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does whoever objects to a bill also report what was billed too little, and claim no more than the difference? */
final class Disclosure {

    private static final String NOT_PERFORMED = "not_performed";
    private static final String NET = "net_of_underbilling";

    private Disclosure() {}

    static Checked check(Stated bundle) {
        Optional<BigDecimal> disputed = bundle.number("disputed_amount");
        Optional<BigDecimal> underbilled = bundle.number("underbilled_amount");
        boolean searched = bundle.text("search_for_favourable_findings")
                .filter(NOT_PERFORMED::equals)
                .isEmpty();
        boolean counted = bundle.count("disputed_lines").isPresent()
                && bundle.count("underbilled_lines").isPresent();
        boolean both = searched && counted && disputed.isPresent() && underbilled.isPresent();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("reports_both_directions", both);
        List<String> reasons = new ArrayList<>();
        if (!both) {
            reasons.add("what was billed too little is not reported; an amount that is left out is not zero");
        } else {
            BigDecimal net = disputed.get().subtract(underbilled.get());
            boolean netted = isNetted(bundle, net, underbilled.get());
            figures.put("netted_before_claiming", netted);
            figures.put("net_amount", net);
            if (!netted) {
                reasons.add("claimed was "
                        + bundle.number("claimed_amount")
                                .map(BigDecimal::toPlainString)
                                .orElse("nothing")
                        + " on the basis " + bundle.text("claim_basis").orElse("of nothing stated")
                        + ", but the net is "
                        + net.toPlainString());
            }
        }
        return Checked.failingIfAny("disclosure", figures, reasons);
    }

    /** Where nothing was billed too little, gross and net are the same. */
    private static boolean isNetted(Stated bundle, BigDecimal net, BigDecimal underbilled) {
        boolean saysNet = bundle.text("claim_basis").filter(NET::equals).isPresent() || underbilled.signum() == 0;
        return saysNet
                && bundle.number("claimed_amount")
                        .filter(claimed -> claimed.compareTo(net) == 0)
                        .isPresent();
    }
}
