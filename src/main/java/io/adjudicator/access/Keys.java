package io.adjudicator.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates, lists, revokes and recognizes API keys. */
@Service
public class Keys {

    /** How long a revoked key may still work on a replica that has just seen it: the price of not asking each time. */
    public static final Duration REVOKED_WITHIN = Duration.ofSeconds(10);

    /** Keys remembered. A customer's key each, and the services'. */
    private static final int REMEMBERED = 10_000;

    private static final int LONGEST_NAME = 200;

    private final KeyRecordStore store;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, StoredKey> recent = Caffeine.newBuilder()
            .expireAfterWrite(REVOKED_WITHIN)
            .maximumSize(REMEMBERED)
            .build();

    Keys(KeyRecordStore store, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the command line, which has a database but no service. */
    public static Keys on(DataSource database, InstantSource clock) {
        return new Keys(
                new KeyRecordStore(JdbcClient.create(database)),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                clock);
    }

    /** The key that this text is, if it is one and was not revoked. */
    public Optional<ApiKey> recognize(String text) {
        return KeyText.parse(text)
                .flatMap(presented -> known(presented.id())
                        .filter(stored -> stored.matches(presented))
                        .map(StoredKey::key));
    }

    /** Creates a key and returns its text, which cannot be had again. */
    public NewKey create(Role role, Optional<CustomerId> customer, String name) {
        if ((role == Role.CUSTOMER) != customer.isPresent()) {
            throw refused("/customer", "expected a customer exactly for the role customer");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw refused("/name", "expected a name of 1 to " + LONGEST_NAME + " characters");
        }
        KeyText text = KeyText.random(random);
        ApiKey key = new ApiKey(text.id(), role, customer, name, clock.instant(), Optional.empty());
        store.insert(new StoredKey(key, text.hash()));
        return new NewKey(key, text.full());
    }

    public List<ApiKey> all() {
        return store.all();
    }

    /** Revokes a key for good. Refuses an id that does not name a valid key. */
    public void revoke(String id) {
        if (!store.revoke(id, clock.instant())) {
            throw new Refused(
                    Refused.Kind.NOT_FOUND,
                    "unknown_key",
                    "/id",
                    "expected the id of a valid key, but got \"" + id + "\"");
        }
        recent.invalidate(id);
    }

    /**
     * On a database without keys: one key for each role, and for the role customer one for each of the given customers.
     * Otherwise none, however often and by however many replicas it is called.
     */
    public List<NewKey> firstKeys(List<CustomerId> customers) {
        return List.copyOf(transactions.execute(status -> {
            store.lockFirstKeys();
            return store.empty() ? oneForEachRole(customers) : List.<NewKey>of();
        }));
    }

    private List<NewKey> oneForEachRole(List<CustomerId> customers) {
        Stream<NewKey> ours = Arrays.stream(Role.values())
                .filter(role -> role != Role.CUSTOMER)
                .map(role -> create(role, Optional.empty(), "first key"));
        Stream<NewKey> theirs =
                customers.stream().map(customer -> create(Role.CUSTOMER, Optional.of(customer), "first key"));
        return Stream.concat(ours, theirs).toList();
    }

    /** Only keys that exist are remembered: a guess costs the guesser a look-up, and a new key works at once. */
    private Optional<StoredKey> known(String id) {
        StoredKey remembered = recent.getIfPresent(id);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<StoredKey> stored = store.valid(id);
        stored.ifPresent(key -> recent.put(id, key));
        return stored;
    }

    private static Refused refused(String at, String message) {
        return new Refused(Refused.Kind.UNPROCESSABLE, "bad_key_request", at, message);
    }
}
