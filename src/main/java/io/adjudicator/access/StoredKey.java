package io.adjudicator.access;

import java.security.MessageDigest;

/** A key as it is kept: with the hash of its secret. */
@SuppressWarnings("ArrayRecordComponent") // compared by matches alone
record StoredKey(ApiKey key, byte[] secretSha256) {

    /** In constant time, so that an answer's delay tells nothing of the hash. */
    boolean matches(KeyText text) {
        return MessageDigest.isEqual(secretSha256, text.hash());
    }
}
