package io.adjudicator.intake;

import io.adjudicator.kernel.Digest;
import java.util.Optional;

/** A session's row, locked by whoever holds this until the end of the transaction. */
public record StoredSession(long sessionKey, SessionName name, Optional<Digest> contract) {}
