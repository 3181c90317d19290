package io.adjudicator.contract;

import io.adjudicator.kernel.CustomerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is published, without content; replaced as a whole so that readers never see half of a publication. */
record PublishedIndex(long sequence, Map<CustomerId, Timeline<StoredVersion>> timelines, Set<CustomerId> customers) {

    static final PublishedIndex EMPTY = new PublishedIndex(0, Map.of(), Set.of());

    private static final Timeline<StoredVersion> NONE = Timeline.of(List.of(), StoredVersion::effective);

    Timeline<StoredVersion> timeline(CustomerId customer) {
        return timelines.getOrDefault(customer, NONE);
    }

    List<StoredVersion> versions(CustomerId customer) {
        return timeline(customer).versions();
    }

    PublishedIndex with(List<StoredVersion> later) {
        long latest = sequence;
        Map<CustomerId, List<StoredVersion>> changed = new HashMap<>();
        for (StoredVersion stored : later) {
            changed.computeIfAbsent(stored.customer(), customer -> new ArrayList<>(versions(customer)))
                    .add(stored);
            latest = Math.max(latest, stored.sequence());
        }
        Map<CustomerId, Timeline<StoredVersion>> all = new HashMap<>(timelines);
        changed.forEach((customer, versions) -> all.put(customer, Timeline.of(versions, StoredVersion::effective)));
        return new PublishedIndex(latest, all, Collections.unmodifiableSet(new TreeSet<>(all.keySet())));
    }
}
