package io.adjudicator.intake;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;

/** What a sender told us, validated, not yet stored. */
public sealed interface Received permits Claim, Evidence {

    SourceId identity();

    CustomerId customer();

    /** The sender's name for the run of interactions; unique within the customer. */
    String session();

    /** When it happened in the world. */
    Instant occurredAt();

    /** Digest of the canonical content; equal for a repeat, whatever the order of its members was. */
    Digest content();
}
