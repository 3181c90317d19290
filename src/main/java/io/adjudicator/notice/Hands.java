package io.adjudicator.notice;

import java.util.Map;

/**
 * What a courier carries just now.
 *
 * @param carried how much for whom; none of them zero
 */
record Hands(Map<WebhookId, Integer> carried) {

    /** What one replica sends at once. */
    static final int MOST = 64;

    /** So that one that is slow does not keep the others waiting. */
    static final int MOST_PER_WEBHOOK = 8;

    static final Hands EMPTY = new Hands(Map.of());

    Hands {
        carried = Map.copyOf(carried);
    }

    int free() {
        return Math.max(
                0, MOST - carried.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** Those for whom nothing more is taken. */
    String[] full() {
        return carried.entrySet().stream()
                .filter(entry -> entry.getValue() >= MOST_PER_WEBHOOK)
                .map(entry -> entry.getKey().value())
                .toArray(String[]::new);
    }

    /** Those for whom anything is under way. */
    String[] busy() {
        return carried.keySet().stream().map(WebhookId::value).toArray(String[]::new);
    }
}
