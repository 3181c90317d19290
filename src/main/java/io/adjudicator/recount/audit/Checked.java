package io.adjudicator.recount.audit;

import java.util.List;
import java.util.Map;

/**
 * What one check says of one input.
 *
 * @param figures truths, counts and words by the names that bundles use; what the input leaves unknown is not among them
 * @param reasons why the mark is not a plain pass
 */
public record Checked(String check, Mark mark, Map<String, Object> figures, List<String> reasons) {

    static Checked failingIfAny(String check, Map<String, Object> figures, List<String> reasons) {
        return new Checked(check, reasons.isEmpty() ? Mark.PASS : Mark.FAIL, figures, reasons);
    }
}
