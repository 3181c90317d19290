package io.adjudicator.intake;

import io.adjudicator.kernel.Digest;
import java.util.Optional;

/**
 * A session's row, locked by whoever holds this until the end of the transaction.
 *
 * @param isNew created in this transaction: nothing is on record of it but what the transaction stores itself
 */
public record StoredSession(long sessionKey, SessionName name, Optional<Digest> contract, boolean isNew) {

    public StoredSession boundTo(Digest contract) {
        return new StoredSession(sessionKey, name, Optional.of(contract), isNew);
    }

    StoredSession created() {
        return new StoredSession(sessionKey, name, contract, true);
    }
}
