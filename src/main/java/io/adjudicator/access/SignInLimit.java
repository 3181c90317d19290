package io.adjudicator.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Slows down whoever guesses passwords: so many failures a name and so many an address within a while, and then no attempt is even
 * looked at until the oldest of them is forgotten; nobody can lock somebody else out for longer than the while.
 *
 * <p>An attempt counts as failed from its beginning until it has succeeded, and all replicas count in one table: neither many attempts
 * at once nor many replicas give a guesser more of them.
 */
@Service
public class SignInLimit {

    public static final Duration WHILE = Duration.ofMinutes(5);

    /** Somebody who mistypes needs three or four. */
    public static final int FAILURES_OF_A_NAME = 8;

    /** An office can stand behind one address. */
    public static final int FAILURES_OF_AN_ADDRESS = 40;

    private final SignInAttemptStore store;
    private final InstantSource clock;

    SignInLimit(SignInAttemptStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * An attempt that may be looked at.
     *
     * @param name absent where no account can have what was typed; then it counts against the address alone
     */
    public record Attempt(long key, Optional<String> name) {}

    /** Empty: too many have failed. */
    public Optional<Attempt> begin(String typed, String address) {
        Instant now = clock.instant();
        Optional<String> name =
                Optional.of(typed).filter(text -> Accounts.NAME.matcher(text).matches());
        store.forget(now.minus(WHILE));
        long key = store.insert(name, address, now);
        SignInAttemptStore.Others others = store.others(key, name, address, now.minus(WHILE));
        if (others.ofName() >= FAILURES_OF_A_NAME || others.ofAddress() >= FAILURES_OF_AN_ADDRESS) {
            store.delete(key); // was not looked at, so it makes nobody wait longer
            return Optional.empty();
        }
        return Optional.of(new Attempt(key, name));
    }

    /** Whoever knows the password has not been guessing. */
    public void succeeded(Attempt attempt) {
        store.delete(attempt.key());
        attempt.name().ifPresent(store::forgive);
    }
}
