package io.adjudicator.dispute;

import io.adjudicator.kernel.OutcomeType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which decisions are disputed: those that stand when the dispute is raised. */
public sealed interface Selection {

    /** As it is stored and compared. */
    Map<String, Object> canonical();

    /** In tables. */
    String word();

    /** These. */
    record Outcomes(List<String> ids) implements Selection {

        public Outcomes {
            ids = ids.stream().distinct().toList();
        }

        @Override
        public Map<String, Object> canonical() {
            return Map.of("outcomes", ids);
        }

        @Override
        public String word() {
            return "OUTCOMES";
        }
    }

    /**
     * All that fit, of those that can be disputed.
     *
     * @param from of occurredAt, inclusive
     * @param to of occurredAt, exclusive
     */
    record Filter(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<OutcomeType> outcomeType,
            Optional<String> verdict,
            Optional<String> reason,
            Optional<String> tier,
            Optional<String> account,
            Optional<String> channel,
            Optional<String> workflowType)
            implements Selection {

        @Override
        public Map<String, Object> canonical() {
            Map<String, Object> members = new HashMap<>();
            from.ifPresent(text -> members.put("from", text.toString()));
            to.ifPresent(text -> members.put("to", text.toString()));
            outcomeType.ifPresent(type -> members.put("outcomeType", type.value()));
            verdict.ifPresent(text -> members.put("verdict", text));
            reason.ifPresent(text -> members.put("reason", text));
            tier.ifPresent(text -> members.put("tier", text));
            account.ifPresent(text -> members.put("account", text));
            channel.ifPresent(text -> members.put("channel", text));
            workflowType.ifPresent(text -> members.put("workflowType", text));
            return members;
        }

        @Override
        public String word() {
            return "FILTER";
        }
    }

    /**
     * So many at random of the billable outcomes of a month that can be disputed.
     *
     * @param month of occurredAt, in the contract's zone
     */
    record Sample(YearMonth month, Optional<OutcomeType> outcomeType, int size) implements Selection {

        @Override
        public Map<String, Object> canonical() {
            Map<String, Object> members = new HashMap<>();
            members.put("period", month.toString());
            outcomeType.ifPresent(type -> members.put("outcomeType", type.value()));
            members.put("size", size);
            return members;
        }

        @Override
        public String word() {
            return "SAMPLE";
        }
    }
}
