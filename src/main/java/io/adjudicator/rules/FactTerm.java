package io.adjudicator.rules;

/**
 * One word of the vocabulary.
 *
 * @param latching an observed fact that, once true (or counted), never turns back while the window is open; exclusions
 *     on such facts may decide early
 */
public record FactTerm(String name, FactType type, String unit, FactOrigin origin, boolean latching, String meaning) {}
