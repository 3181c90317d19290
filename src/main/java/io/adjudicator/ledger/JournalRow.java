package io.adjudicator.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A posting with what its entry says of it, to be written out.
 *
 * @param postedAt absent for an entry on paper
 * @param grant what the grant comes from
 * @param claim the outcome id
 */
record JournalRow(
        EntryKind kind,
        YearMonth bookedIn,
        Optional<Instant> postedAt,
        String note,
        Posting posting,
        Optional<String> grant,
        Optional<String> claim) {

    /** Whether both belong to the same part of an entry: a claim's postings balance by themselves. */
    boolean besides(JournalRow other) {
        return posting.id().entry() == other.posting.id().entry()
                && posting.claim().equals(other.posting.claim());
    }
}
