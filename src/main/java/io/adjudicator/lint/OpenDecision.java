package io.adjudicator.lint;

import java.util.List;

/**
 * One of the twelve decisions of outcome pricing, which a contract does not take.
 *
 * @param number in the guide, 1 to 12
 * @param keys of the contract, that would close it; {@code *} stands for every outcome type
 */
public record OpenDecision(int number, String name, List<String> keys) {

    public OpenDecision {
        keys = List.copyOf(keys);
    }

    /** {@code 9 value anchor (outcomes.*.value)}. */
    @Override
    public String toString() {
        return number + " " + name + " (" + String.join(", ", keys) + ")";
    }
}
