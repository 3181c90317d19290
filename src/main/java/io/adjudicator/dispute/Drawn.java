package io.adjudicator.dispute;

import io.adjudicator.kernel.Amount;

/**
 * How a sample was drawn: the first outcomes of the population in the order of the SHA-256 of seed, colon and outcome id.
 *
 * @param seed made by the service when the dispute was raised, so that neither side could choose what it hits
 * @param population how many outcomes it was drawn from
 * @param charged what these come to by the price list
 */
public record Drawn(String seed, int population, Amount charged) {}
