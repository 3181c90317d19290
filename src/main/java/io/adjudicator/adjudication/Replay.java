package io.adjudicator.adjudication;

import io.adjudicator.kernel.Digest;

/**
 * A stored case file judged again by the stored contract version.
 *
 * @param same whether the document came out byte for byte
 */
public record Replay(boolean same, Digest stored, Digest replayed, String document) {}
