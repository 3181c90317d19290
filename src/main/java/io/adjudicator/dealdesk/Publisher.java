package io.adjudicator.dealdesk;

import io.adjudicator.contract.Contracts;
import io.adjudicator.contract.CustomerDirs;
import io.adjudicator.dealdesk.PublicationResult.State;
import io.adjudicator.kernel.Fault;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Publishes the new versions of every customer's folder: at start, before the service reports ready, and on request.
 * Each customer is on its own; whatever is wrong with one is reported and leaves the others alone.
 */
@Service
public class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);

    private final Path contractsDir;
    private final Contracts contracts;
    private final RuleSets ruleSets;
    private volatile List<PublicationResult> latest = List.of();

    Publisher(
            @Value("${adjudicator.contracts-dir:customer-overrides}") Path contractsDir,
            Contracts contracts,
            RuleSets ruleSets) {
        this.contractsDir = contractsDir;
        this.contracts = contracts;
        this.ruleSets = ruleSets;
    }

    @EventListener(ApplicationStartedEvent.class)
    void publishAtStart() {
        publishAll("service start");
    }

    /** What the latest publication of this replica came to, in the order of customers and versions. */
    public List<PublicationResult> latest() {
        return latest;
    }

    /**
     * Reads all folders and publishes what is new; safe to repeat, and to run in two replicas at once.
     *
     * @param publishedBy who asked for it, as the store keeps it
     */
    public synchronized List<PublicationResult> publishAll(String publishedBy) {
        contracts.refresh();
        List<Path> dirs = CustomerDirs.in(contractsDir);
        List<PublicationResult> results = publish(dirs, publishedBy);
        results.forEach(Publisher::report);
        log.atInfo()
                .addKeyValue("folders", dirs.size())
                .addKeyValue("published", count(results, State.PUBLISHED))
                .addKeyValue("refused", count(results, State.REFUSED))
                .log("contracts published");
        latest = results;
        return results;
    }

    private List<PublicationResult> publish(List<Path> dirs, String publishedBy) {
        // as many threads as cores: reading and compiling rules is all computation
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<FolderPublication> publications = each(pool, dirs, dir -> FolderPublication.read(dir, contracts));
            Compilable compilable = Compilable.of(publications.stream()
                    .flatMap(publication -> publication.candidates().stream())
                    .toList());
            return each(pool, publications, publication -> publication.publish(compilable, ruleSets, publishedBy))
                    .stream()
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static <T, R> List<R> each(ExecutorService pool, List<T> items, Function<T, R> task) {
        List<CompletableFuture<R>> results = items.stream()
                .map(item -> CompletableFuture.supplyAsync(() -> task.apply(item), pool))
                .toList();
        return results.stream().map(CompletableFuture::join).toList();
    }

    private static void report(PublicationResult result) {
        for (Fault fault : result.faults()) {
            log.atWarn()
                    .addKeyValue("customer", result.customer())
                    .addKeyValue("code", fault.code())
                    .log("contract version not published: {}: {}", fault.at(), fault.message());
        }
    }

    private static long count(List<PublicationResult> results, State state) {
        return results.stream().filter(result -> result.state() == state).count();
    }
}
