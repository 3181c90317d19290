package io.adjudicator.contract;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.adjudicator.contract.Succession.Place;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The published versions: found by the instant they are in force or by digest, and added to.
 *
 * <p>Answers come from memory and are safe from any thread. A version that another replica published is seen after the
 * next {@link #refresh()}: call it once per transaction or batch, before the first {@link #inForce}; it costs one index look-up.
 */
@Service
public class Contracts {

    /** Versions kept with their rules: a thousand customers, each with an old version that still settles. */
    private static final int VERSIONS_KEPT = 2_000;

    private final ContractStore store;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Cache<Digest, ContractVersion> byDigest =
            Caffeine.newBuilder().maximumSize(VERSIONS_KEPT).build();
    private volatile PublishedIndex index = PublishedIndex.EMPTY;

    Contracts(ContractStore store, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Learns of versions that were published since, by whichever replica. */
    public void refresh() {
        if (store.latestSequence() > index.sequence()) {
            catchUp();
        }
    }

    /** The version to bind to a session that started at this instant. */
    public Optional<ContractVersion> inForce(CustomerId customer, Instant sessionStartedAt) {
        return loaded().timeline(customer).at(sessionStartedAt).map(stored -> byDigest(stored.digest()));
    }

    /** A version that some record names, however old. */
    public ContractVersion byDigest(Digest digest) {
        return byDigest.get(digest, this::load);
    }

    public boolean knows(CustomerId customer) {
        return loaded().customers().contains(customer);
    }

    public Set<CustomerId> customers() {
        return loaded().customers();
    }

    /** Every published version of the customer, in the order in which they begin. */
    public List<StoredVersion> versions(CustomerId customer) {
        return loaded().timeline(customer).versions();
    }

    /**
     * Stores the version unless it is there already. Refuses a number that was published with other content
     * ({@code version_reused}) and one that does not follow the published ones ({@code version_order}).
     *
     * @return true if it is new, false if the same version was published before
     */
    public boolean publish(DraftVersion draft, String publishedBy) {
        boolean added = Boolean.TRUE.equals(transactions.execute(status -> insert(draft, publishedBy)));
        refresh();
        return added;
    }

    /** The published version of this number, for comparing a file with it. */
    public Optional<PublishedText> published(CustomerId customer, int version) {
        return loaded().versions(customer).stream()
                .filter(stored -> stored.version() == version)
                .findAny()
                .map(stored ->
                        new PublishedText(stored, content(stored.digest()).written()));
    }

    private boolean insert(DraftVersion draft, String publishedBy) {
        store.lockPublication();
        ContractVersion version = draft.version();
        List<StoredVersion> earlier = store.ofCustomer(version.customer());
        for (StoredVersion stored : earlier) {
            if (stored.version() == version.version()) {
                if (content(stored.digest()).written().equals(draft.written())) {
                    return false;
                }
                throw new Refused(Refused.Kind.CONFLICT, List.of(reused(draft.file(), version.version())));
            }
        }
        List<Place> places = earlier.stream().map(StoredVersion::place).toList();
        Succession.fault(draft, places).ifPresent(fault -> {
            throw new Refused(Refused.Kind.UNPROCESSABLE, List.of(fault));
        });
        earlier.stream()
                .max(Comparator.comparingInt(StoredVersion::version))
                .flatMap(previous -> Succession.moneyAfter(draft, byDigest(previous.digest())))
                .ifPresent(fault -> {
                    throw new Refused(Refused.Kind.UNPROCESSABLE, List.of(fault));
                });
        store.insert(version, draft.content(), clock.instant(), publishedBy);
        return true;
    }

    /** What is wrong with a version whose number was published with other content. */
    public static Fault reused(YamlFile file, int version) {
        return file.fault(
                "version_reused",
                "/version",
                "expected version " + version
                        + " as it was published, but its file or a rule file has changed; restore it, and"
                        + " write the new terms as the next version");
    }

    private ContractContent content(Digest digest) {
        return store.content(digest)
                .map(ContractContent::parse)
                .orElseThrow(() -> new IllegalStateException(
                        "expected a published contract version " + digest + ", but there is none"));
    }

    private ContractVersion load(Digest digest) {
        ContractVersion version = content(digest).version();
        if (!version.digest().equals(digest)) {
            throw new IllegalStateException(
                    "expected contract version " + digest + ", but its stored content has " + version.digest());
        }
        return version;
    }

    private PublishedIndex loaded() {
        if (index.sequence() == 0) {
            refresh();
        }
        return index;
    }

    private synchronized void catchUp() {
        index = index.with(store.publishedAfter(index.sequence()));
    }
}
