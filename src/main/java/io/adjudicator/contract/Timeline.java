package io.adjudicator.contract;

import io.adjudicator.kernel.Period;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which version of one customer is in force at an instant, for the stored versions and for those of a folder alike.
 *
 * <p>The version that began last is in force until its own end; an earlier one never comes back. So an open period ends
 * where the next version begins, and an amendment takes over in the middle of a stated period.
 */
public final class Timeline<T> {

    private final NavigableMap<Instant, Span<T>> byStart;

    private record Span<T>(Period effective, T version) {}

    private Timeline(NavigableMap<Instant, Span<T>> byStart) {
        this.byStart = byStart;
    }

    public static <T> Timeline<T> of(Collection<? extends T> versions, Function<? super T, Period> effective) {
        NavigableMap<Instant, Span<T>> byStart = new TreeMap<>();
        for (T version : versions) {
            Period period = effective.apply(version);
            byStart.put(period.from(), new Span<>(period, version));
        }
        return new Timeline<>(byStart);
    }

    public Optional<T> at(Instant instant) {
        Entry<Instant, Span<T>> latest = byStart.floorEntry(instant);
        return latest != null && latest.getValue().effective().contains(instant)
                ? Optional.of(latest.getValue().version())
                : Optional.empty();
    }

    /** In the order in which they begin. */
    public List<T> versions() {
        return byStart.values().stream().map(Span::version).toList();
    }
}
