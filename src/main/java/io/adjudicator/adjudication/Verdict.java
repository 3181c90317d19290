package io.adjudicator.adjudication;

import java.util.List;

/** What a claimed outcome came to. */
public sealed interface Verdict {

    /** In JSON, tables and metrics. */
    String name();

    /** Every criterion is met, nothing excludes it: it is charged. */
    record Billable() implements Verdict {
        @Override
        public String name() {
            return "BILLABLE";
        }
    }

    /** Not charged; {@code reason} is the deciding rule's, or {@code no_rule_applied}. */
    record NotBillable(String reason) implements Verdict {
        @Override
        public String name() {
            return "NOT_BILLABLE";
        }
    }

    /** Not charged, because a fact that matters is missing (design law 2). */
    record Unprovable(List<String> missing) implements Verdict {
        @Override
        public String name() {
            return "UNPROVABLE";
        }
    }

    /** Not charged until a person has looked. */
    record NeedsReview(String why) implements Verdict {
        @Override
        public String name() {
            return "NEEDS_REVIEW";
        }
    }
}
