package io.adjudicator.contract;

import io.adjudicator.contract.Succession.Place;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Period;

/** A published version without its content: enough to tell which is in force. */
public record StoredVersion(CustomerId customer, int version, Digest digest, Period effective, long sequence) {

    Place place() {
        return new Place(version, effective);
    }
}
