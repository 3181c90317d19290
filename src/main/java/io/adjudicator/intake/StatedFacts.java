package io.adjudicator.intake;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The canonical form of a claim's facts. Decimals are {@code {"decimal":"12.5"}}, so that they come back as decimals: exact,
 * and told apart from text.
 */
final class StatedFacts {

    private StatedFacts() {}

    static Map<String, Object> canonical(Map<String, Object> facts) {
        Map<String, Object> members = HashMap.newHashMap(facts.size());
        facts.forEach((name, value) -> members.put(
                name,
                value instanceof BigDecimal exact
                        ? Map.of("decimal", exact.stripTrailingZeros().toPlainString())
                        : value));
        return members;
    }

    static Map<String, Object> ofCanonical(Map<String, Object> members) {
        Map<String, Object> facts = HashMap.newHashMap(members.size());
        members.forEach((name, value) -> facts.put(
                name, value instanceof Map<?, ?> decimal ? new BigDecimal((String) decimal.get("decimal")) : value));
        return facts;
    }
}
