package io.adjudicator.dealdesk;

import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Fault;
import io.adjudicator.lint.Remarks;
import java.util.List;
import java.util.Optional;

/**
 * What became of one version of a customer's folder.
 *
 * @param customer the folder's name
 * @param version absent for a folder that could not be read at all
 * @param digest of the version that is in the store under this number
 * @param remarks what is to be said of it besides faults, on the one occasion on which it is published
 */
public record PublicationResult(
        String customer,
        Optional<Integer> version,
        State state,
        Optional<Digest> digest,
        List<Fault> faults,
        Optional<Remarks> remarks) {

    public PublicationResult {
        faults = List.copyOf(faults);
    }

    /** Whether the version decides claims. */
    public enum State {
        /** New, and stored now. */
        PUBLISHED,
        /** Stored before with the same content. */
        UNCHANGED,
        /** Not stored; what was published before goes on deciding. */
        REFUSED
    }

    static PublicationResult refused(String customer, Optional<Integer> version, List<Fault> faults) {
        return new PublicationResult(customer, version, State.REFUSED, Optional.empty(), faults, Optional.empty());
    }

    PublicationResult with(Optional<Remarks> said) {
        return new PublicationResult(customer, version, state, digest, faults, said);
    }
}
