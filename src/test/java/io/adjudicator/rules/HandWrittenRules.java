package io.adjudicator.rules;

import io.adjudicator.rules.facts.FactValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link SampleRules} once more as a chain of ifs: the second opinion in tests, and the limit in the benchmark. */
public final class HandWrittenRules {

    private static final BigDecimal LARGE = new BigDecimal("250");
    private static final BigDecimal BAND_FROM = new BigDecimal("0.4");
    private static final BigDecimal BAND_TO = new BigDecimal("0.6");

    private static final List<String> SEEN = List.of(
            "abandoned",
            "handoff",
            "asked_for_human",
            "failed",
            "greeting_only",
            "diagnostic_question",
            "no_show",
            "duplicate",
            "billed_in_session",
            "test",
            "cancelled",
            "disconnected",
            "ignored_alert",
            "unanswered_followup",
            "reopened",
            "negative_feedback",
            "rejected");

    private static final List<String> NOT_REAL = List.of("test", "sandbox", "preview");

    private final Map<String, Rule> rules;
    private final Case shown = new Case();
    private final int[] seen;
    private final Rule[] exclusions;
    private final int verificationAt;
    private final int environmentAt;
    private final int reassignmentsAt;
    private final int ratingAt;
    private final int handleSecondsAt;
    private final int topicAt;
    private final int languageAt;
    private final int priorityAt;
    private final int customerSegmentAt;
    private final int activitiesAt;
    private final int actionsAt;
    private final int amountAtStakeAt;
    private final int turnsAt;
    private final int confidenceAt;
    private final Rule b1;
    private final Rule c1;
    private final Rule c2;
    private final Rule c3;
    private final Rule x1;
    private final Rule x2;
    private final Rule x3;
    private final Rule x4;
    private final Rule x5;
    private final Rule t1;
    private final Rule t2;
    private final Rule t3;
    private final Rule r1;

    public HandWrittenRules(RuleSetSource source) {
        rules = source.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        seen = SEEN.stream().mapToInt(source.vocabulary()::index).toArray();
        exclusions = new Rule[seen.length];
        for (int i = 0; i < seen.length; i++) {
            exclusions[i] = rule("B-" + (i + 2));
        }
        verificationAt = source.vocabulary().index("verification");
        environmentAt = source.vocabulary().index("environment");
        reassignmentsAt = source.vocabulary().index("reassignments");
        ratingAt = source.vocabulary().index("rating");
        handleSecondsAt = source.vocabulary().index("handle_seconds");
        topicAt = source.vocabulary().index("topic");
        languageAt = source.vocabulary().index("language");
        priorityAt = source.vocabulary().index("priority");
        customerSegmentAt = source.vocabulary().index("customer_segment");
        activitiesAt = source.vocabulary().index("activities");
        actionsAt = source.vocabulary().index("actions");
        amountAtStakeAt = source.vocabulary().index("amount_at_stake");
        turnsAt = source.vocabulary().index("turns");
        confidenceAt = source.vocabulary().index("confidence");
        b1 = rule("B-1");
        c1 = rule("C-1");
        c2 = rule("C-2");
        c3 = rule("C-3");
        x1 = rule("X-1");
        x2 = rule("X-2");
        x3 = rule("X-3");
        x4 = rule("X-4");
        x5 = rule("X-5");
        t1 = rule("T-1");
        t2 = rule("T-2");
        t3 = rule("T-3");
        r1 = rule("R-1");
    }

    public List<Finding> findings(Facts facts) {
        shown.show(facts.values(), true, true);
        List<Finding> found = new ArrayList<>();
        String verification = text(verificationAt);
        criterion(
                found,
                b1,
                verification == null ? null : verification.equals("confirmed") || verification.equals("assumed"));
        for (int i = 0; i < seen.length; i++) {
            String environment = i == 9 ? text(environmentAt) : null;
            if (Boolean.TRUE.equals(shown.at(seen[i])) || (environment != null && NOT_REAL.contains(environment))) {
                found.add(new Finding(exclusions[i], FindingKind.EXCLUDED));
            }
        }
        contract(found);
        return found;
    }

    private void contract(List<Finding> found) {
        Long reassignments = whole(reassignmentsAt);
        criterion(found, c1, reassignments == null ? null : reassignments == 0);
        Long rating = whole(ratingAt);
        criterion(found, c2, rating == null ? null : rating != 1 && rating != 2);
        Long seconds = whole(handleSecondsAt);
        criterion(found, c3, seconds == null ? null : seconds <= 86_400);
        String topic = text(topicAt);
        exclusion(found, x1, topic == null ? null : topic.equals("fraud") || topic.equals("chargeback"));
        String language = text(languageAt);
        exclusion(
                found,
                x2,
                language == null ? null : !language.equals("en") && !language.equals("de") && !language.equals("fr"));
        String priority = text(priorityAt);
        exclusion(found, x3, priority == null ? null : priority.equals("critical"));
        String segment = text(customerSegmentAt);
        exclusion(found, x4, segment == null ? null : segment.equals("internal"));
        Long activities = whole(activitiesAt);
        exclusion(found, x5, activities != null && activities >= 5);
        tiers(found, topic);
    }

    private void tiers(List<Finding> found, @Nullable String topic) {
        Long actions = whole(actionsAt);
        Boolean busy = actions == null ? null : actions >= 2;
        Boolean telling = topic == null ? null : topic.equals("refund") || topic.equals("claim");
        boolean fails = Boolean.FALSE.equals(busy) || Boolean.FALSE.equals(telling);
        tier(found, t1, fails ? Boolean.FALSE : (busy == null || telling == null) ? null : Boolean.TRUE);
        BigDecimal stake = exact(amountAtStakeAt);
        tier(found, t2, stake == null ? null : stake.compareTo(LARGE) > 0);
        Long turns = whole(turnsAt);
        tier(found, t3, turns == null ? null : turns <= 6);
        BigDecimal confidence = exact(confidenceAt);
        if (confidence != null && confidence.compareTo(BAND_FROM) >= 0 && confidence.compareTo(BAND_TO) < 0) {
            found.add(new Finding(r1, FindingKind.REVIEW));
        }
    }

    private void criterion(List<Finding> found, Rule rule, @Nullable Boolean holds) {
        FindingKind kind = holds == null ? FindingKind.UNKNOWN : holds ? FindingKind.MET : FindingKind.NOT_MET;
        found.add(new Finding(rule, kind));
    }

    private void exclusion(List<Finding> found, Rule rule, @Nullable Boolean holds) {
        say(found, rule, holds, FindingKind.EXCLUDED);
    }

    private void tier(List<Finding> found, Rule rule, @Nullable Boolean holds) {
        say(found, rule, holds, FindingKind.TIER);
    }

    private void say(List<Finding> found, Rule rule, @Nullable Boolean holds, FindingKind kind) {
        if (holds == null || holds) {
            found.add(new Finding(rule, holds == null ? FindingKind.UNKNOWN : kind));
        }
    }

    private Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalStateException("expected a sample rule, but got " + id);
        }
        return rule;
    }

    private @Nullable String text(int index) {
        return (String) shown.at(index);
    }

    private @Nullable Long whole(int index) {
        return (Long) shown.at(index);
    }

    private @Nullable BigDecimal exact(int index) {
        return (BigDecimal) shown.at(index);
    }

    private static final class Case extends FactValues {

        @Nullable
        Object at(int index) {
            return values[index];
        }
    }
}
