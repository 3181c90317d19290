package io.adjudicator.intake;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.SourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which records of a batch still fit into their sessions, in the order in which they came. */
record Overflow(List<Received> fitting, IdentityHashMap<Received, Receipt> refused) {

    /** A claim and an evidence record may have the same identity. */
    private record Place(Class<? extends Received> kind, SourceId identity) {}

    /** What the limit is counted by: a sender that fills its share of a session keeps no other sender's records out. */
    record Share(long sessionKey, String source) {}

    Receipt refusal(Received record) {
        return Objects.requireNonNull(refused.get(record), "record that fits");
    }

    static Overflow of(
            List<Received> received,
            Map<SessionName, StoredSession> sessions,
            Map<Share, Long> filled,
            SessionLimit limit) {
        Overflow overflow = new Overflow(new ArrayList<>(), new IdentityHashMap<>());
        Map<Share, Long> places = new HashMap<>(filled);
        Set<Place> taken = new HashSet<>();
        for (Received record : received) {
            StoredSession session =
                    Objects.requireNonNull(sessions.get(SessionName.of(record)), "session without a row");
            Share share = new Share(session.sessionKey(), record.identity().source());
            Place place = new Place(record.getClass(), record.identity());
            Optional<Fault> refusal =
                    taken.contains(place) ? Optional.empty() : limit.refusal(record, places.getOrDefault(share, 0L));
            if (refusal.isPresent()) {
                overflow.refused.put(record, new Receipt.Rejected(List.of(refusal.get())));
            } else {
                overflow.fitting.add(record);
                if (taken.add(place)) {
                    places.merge(share, 1L, Long::sum);
                }
            }
        }
        return overflow;
    }
}
