package io.adjudicator.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.TestDatabase;
import io.adjudicator.embedded.MovableClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replicas before one database. */
class SignInLimitTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final String HERE = "192.0.2.1";

    private final TestDatabase database = new TestDatabase();
    private final MovableClock clock = new MovableClock(InstantSource.fixed(NOW));
    private final SignInLimit one = replica();
    private final SignInLimit other = replica();

    @BeforeEach
    void begin() {
        clock.moveTo(NOW);
    }

    @Test
    void countsTheFailuresOfANameOnAllReplicas() {
        for (int guess = 0; guess < SignInLimit.FAILURES_OF_A_NAME; guess++) {
            assertThat((guess % 2 == 0 ? one : other).begin("rhea", "192.0.2." + guess))
                    .isPresent();
        }
        assertThat(one.begin("rhea", "192.0.2.99")).isEmpty();
        assertThat(other.begin("rhea", "192.0.2.99")).isEmpty();
        assertThat(other.begin("lee", "192.0.2.99")).isPresent();
    }

    @Test
    void countsTheFailuresOfAnAddressWhateverTheName() {
        for (int guess = 0; guess < SignInLimit.FAILURES_OF_AN_ADDRESS; guess++) {
            assertThat((guess % 2 == 0 ? one : other).begin("rhea" + guess, HERE))
                    .isPresent();
        }
        assertThat(one.begin("lee", HERE)).isEmpty();
        assertThat(other.begin("no name at all", HERE)).isEmpty();
        assertThat(other.begin("lee", "192.0.2.2")).isPresent();
    }

    /** And what is not even looked at makes nobody wait longer. */
    @Test
    void forgetsAfterTheWhile() {
        for (int guess = 0; guess < SignInLimit.FAILURES_OF_A_NAME; guess++) {
            one.begin("rhea", HERE);
        }
        clock.moveTo(NOW.plus(SignInLimit.WHILE).minusMillis(1));
        assertThat(other.begin("rhea", HERE)).isEmpty();
        clock.moveTo(NOW.plus(SignInLimit.WHILE));
        assertThat(other.begin("rhea", HERE)).isPresent();
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void forgivesWhoeverKnowsThePassword() {
        for (int guess = 1; guess < SignInLimit.FAILURES_OF_A_NAME; guess++) {
            one.begin("rhea", HERE);
        }
        other.succeeded(other.begin("rhea", HERE).orElseThrow());
        assertThat(one.begin("rhea", HERE)).isPresent();
        assertThat(attempts()).isEqualTo(SignInLimit.FAILURES_OF_A_NAME);
    }

    /** Comparing with a hash takes a while, in which a guesser could send hundreds. */
    @Test
    void letsNobodyGuessMoreByGuessingAtOnce() throws Exception {
        List<Callable<Optional<SignInLimit.Attempt>>> guesses = new ArrayList<>();
        for (int guess = 0; guess < 3 * SignInLimit.FAILURES_OF_A_NAME; guess++) {
            SignInLimit replica = guess % 2 == 0 ? one : other;
            guesses.add(() -> replica.begin("rhea", HERE));
        }
        int lookedAt = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Optional<SignInLimit.Attempt>> guess : threads.invokeAll(guesses)) {
                lookedAt += guess.get().isPresent() ? 1 : 0;
            }
        }
        assertThat(lookedAt).isLessThanOrEqualTo(SignInLimit.FAILURES_OF_A_NAME);
    }

    /** A name that no account can have is not kept: whatever is typed there may be long, or a password. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Rhea Miller", "no\u0000name", "correct horse battery"})
    void keepsNothingThatCannotBeAName(String typed) {
        assertThat(one.begin(typed, HERE)).isPresent();
        assertThat(database.jdbc()
                        .sql("select count(*) from sign_in_attempt where name is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private SignInLimit replica() {
        return new SignInLimit(new SignInAttemptStore(database.jdbc()), clock);
    }

    private int attempts() {
        return database.jdbc()
                .sql("select count(*) from sign_in_attempt")
                .query(Integer.class)
                .single();
    }
}
