package io.adjudicator.rules;

import io.adjudicator.kernel.Fault;
import java.util.List;
import java.util.regex.Pattern;

/** What a rule may be called: order forms number their terms, so ids are short and free of blanks. */
final class RuleIds {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private RuleIds() {}

    static List<Fault> faults(String id, String at) {
        return SHAPE.matcher(id).matches()
                ? List.of()
                : List.of(new Fault(
                        "bad_rule_id",
                        at,
                        "expected a rule id of 1 to 63 letters, digits, dots, hyphens and underscores, but got \"" + id
                                + "\""));
    }
}
