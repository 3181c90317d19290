package io.adjudicator.rules;

import java.util.Arrays;
import java.util.Optional;

/** Writes a rule's DRL rules: what it says where its condition holds, fails, or is open. */
final class RuleText {

    private RuleText() {}

    /** The three parts of a rule; each is named by a suffix and says one thing. */
    enum Part {
        HOLDS(""),
        FAILS(" not met"),
        OPEN(" unknown");

        private final String suffix;

        Part(String suffix) {
            this.suffix = suffix;
        }

        String nameOf(String id) {
            return id + suffix;
        }

        static Part ofName(String name) {
            return Arrays.stream(values())
                    .filter(part -> part != HOLDS && name.endsWith(part.suffix))
                    .findAny()
                    .orElse(HOLDS);
        }

        String idOf(String name) {
            return name.substring(0, name.length() - suffix.length());
        }

        Condition of(Condition condition) {
            return switch (this) {
                case HOLDS -> condition;
                case FAILS -> condition.fails();
                case OPEN -> condition.open();
            };
        }
    }

    /** What a part of a rule of this kind says; empty where that kind is silent. */
    static Optional<FindingKind> says(RuleKind kind, Part part) {
        return Optional.ofNullable(
                switch (part) {
                    case HOLDS ->
                        switch (kind) {
                            case CRITERION -> FindingKind.MET;
                            case EXCLUSION -> FindingKind.EXCLUDED;
                            case TIER -> FindingKind.TIER;
                            case PRICE -> FindingKind.PRICE;
                            case REVIEW -> FindingKind.REVIEW;
                        };
                    case FAILS -> kind == RuleKind.CRITERION ? FindingKind.NOT_MET : null;
                    case OPEN -> kind == RuleKind.REVIEW ? null : FindingKind.UNKNOWN;
                });
    }

    /** The method of {@code findings} that records it. */
    static String verb(FindingKind kind) {
        return switch (kind) {
            case MET -> "met";
            case NOT_MET -> "notMet";
            case UNKNOWN -> "unknown";
            case EXCLUDED -> "excluded";
            case TIER -> "tier";
            case PRICE -> "price";
            case REVIEW -> "review";
            case SILENT -> "silent";
        };
    }

    /** All parts of a rule by its one condition. */
    static String all(String id, RuleKind kind, Condition condition) {
        StringBuilder text = new StringBuilder();
        for (Part part : Part.values()) {
            text.append(one(id, kind, part, part.of(condition)));
        }
        return text.toString();
    }

    /** The same for a rule that has no say where an absent fact leaves its condition open. */
    static String silentWhereOpen(String id, RuleKind kind, Condition condition) {
        return one(id, kind, Part.HOLDS, condition)
                + one(id, kind, Part.FAILS, condition.fails())
                + rule(id, Part.OPEN, condition.open(), FindingKind.SILENT);
    }

    /** One DRL rule, or nothing where the kind is silent or the condition can never hold. */
    static String one(String id, RuleKind kind, Part part, Condition condition) {
        return says(kind, part)
                .map(finding -> rule(id, part, condition, finding))
                .orElse("");
    }

    private static String rule(String id, Part part, Condition condition, FindingKind finding) {
        if (condition.equals(Condition.never())) {
            return "";
        }
        return """
                rule %s
                when
                    OutcomeFacts( %s )
                then
                    findings.%s(%s);
                end
                """.formatted(
                        ConditionText.quoted(part.nameOf(id)),
                        ConditionText.constraints(condition),
                        verb(finding),
                        ConditionText.quoted(id));
    }
}
