package io.adjudicator.access;

/**
 * A key that was just created: the only moment at which its full text exists.
 *
 * @param text for the header {@code Authorization: Bearer …}
 */
public record NewKey(ApiKey key, String text) {

    /** Without the secret, because somebody will log it. */
    @Override
    public String toString() {
        return "NewKey[" + key.id() + "]";
    }
}
