package io.adjudicator.adjudication;

import java.util.List;
import java.util.Optional;

/** What a claimed outcome came to. */
public sealed interface Verdict {

    /** In JSON, tables and metrics. */
    String name();

    /** What reports and filters call the reason: the deciding rule's, the missing facts, or why a person must look. */
    default Optional<String> because() {
        return switch (this) {
            case Billable _ -> Optional.empty();
            case NotBillable(String reason) -> Optional.of(reason);
            case Unprovable(List<String> missing) -> Optional.of("missing:" + String.join(",", missing));
            case NeedsReview(String why) -> Optional.of(why);
        };
    }

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
