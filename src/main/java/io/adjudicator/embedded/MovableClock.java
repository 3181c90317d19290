package io.adjudicator.embedded;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Time that stands still once it was moved, for replays, demos and tests. Until the first {@link #moveTo} it is the
 * system's time; that first move may go anywhere, also years back, every later one only forward.
 */
public final class MovableClock implements InstantSource {

    private final InstantSource system;
    private volatile Optional<Instant> pinned = Optional.empty();
    private volatile Runnable follower = () -> {};

    public MovableClock(InstantSource system) {
        this.system = system;
    }

    @Override
    public Instant instant() {
        return pinned.orElseGet(system::instant);
    }

    public Instant now() {
        return instant();
    }

    /**
     * The service moves first: when the broker's timer fires, the worker asks whether {@code closesAt <= now}, and a
     * service behind the broker would answer "not yet".
     */
    public synchronized void moveTo(Instant target) {
        pinned.filter(target::isBefore).ifPresent(now -> {
            throw new IllegalArgumentException("expected an instant not before " + now + ", but got " + target);
        });
        pinned = Optional.of(target);
        follower.run();
    }

    /** True if time still runs with the system, or else what the teller says of the instant where it stands. */
    synchronized boolean tell(Predicate<Instant> teller) {
        return pinned.map(teller::test).orElse(true);
    }

    /** Runs after each move, inside the same lock, so that a follower never sees two moves in the wrong order. */
    synchronized void followedBy(Runnable newFollower) {
        follower = newFollower;
    }
}
