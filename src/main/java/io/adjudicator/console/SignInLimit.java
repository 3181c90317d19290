package io.adjudicator.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords: so many failures a name and so many an address within a while, and then no attempt is even
 * looked at until the oldest of them is forgotten. Each replica counts for itself, so with three of them a guesser has three times as
 * many attempts, which is still hopeless; nobody can lock somebody else out for longer than the while.
 */
@Component
class SignInLimit {

    static final Duration WHILE = Duration.ofMinutes(5);

    /** Somebody who mistypes needs three or four. */
    static final int FAILURES_OF_A_NAME = 8;

    /** An office can stand behind one address. */
    static final int FAILURES_OF_AN_ADDRESS = 40;

    /** Names and addresses remembered; a guesser who tries more of them than this within the while has no account name. */
    private static final int REMEMBERED = 100_000;

    private final InstantSource clock;
    private final Cache<String, List<Instant>> failures = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(WHILE)
            .build();

    SignInLimit(InstantSource clock) {
        this.clock = clock;
    }

    boolean exceeded(String name, String address) {
        return recent("name " + name).size() >= FAILURES_OF_A_NAME
                || recent("address " + address).size() >= FAILURES_OF_AN_ADDRESS;
    }

    void failed(String name, String address) {
        Instant now = clock.instant();
        for (String who : List.of("name " + name, "address " + address)) {
            failures.asMap().merge(who, List.of(now), (before, one) -> recent(before, now, one));
        }
    }

    /** Whoever knows the password has not been guessing. */
    void succeeded(String name) {
        failures.invalidate("name " + name);
    }

    private List<Instant> recent(String who) {
        return recent(failures.get(who, _ -> List.of()), clock.instant(), List.of());
    }

    private static List<Instant> recent(List<Instant> before, Instant now, List<Instant> more) {
        return Stream.concat(before.stream().filter(at -> at.isAfter(now.minus(WHILE))), more.stream())
                .toList();
    }
}
