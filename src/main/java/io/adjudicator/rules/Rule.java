package io.adjudicator.rules;

import java.util.List;

/**
 * One rule as it is stored, compiled and explained.
 *
 * @param id unique within a rule set; an override with a base rule's id replaces it
 * @param clause the order form's or product terms' own number
 * @param result the reason (criterion, exclusion), the tier, or why a human must look (review)
 * @param says the condition in plain words, without a full stop
 * @param facts the vocabulary terms it reads, in the order they are explained
 * @param decisive true if its EXCLUDED can never be undone by later evidence, so that it may decide before the window closes
 * @param drl one or more DRL rules named {@code id}, {@code id not met}, {@code id unknown}, without package and imports
 */
public record Rule(
        String id,
        RuleKind kind,
        RuleOrigin origin,
        String clause,
        String result,
        String says,
        List<String> facts,
        boolean decisive,
        String drl) {

    public Rule {
        facts = List.copyOf(facts);
    }
}
