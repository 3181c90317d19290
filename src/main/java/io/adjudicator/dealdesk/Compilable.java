package io.adjudicator.dealdesk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.CompileGuard;
import io.adjudicator.rules.RuleSetSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Which rule sets compile within bounded time and memory. Many are tried in one child process, because starting one costs more
 * than a rule set; where a batch is refused it is halved until the culprit stands alone.
 */
final class Compilable {

    /** Rule sets tried in one child process: enough that starting it costs little, few enough that a culprit is soon found. */
    private static final int BATCH = 25;

    /**
     * What compiled within bounds in this process compiles again: the text under a digest and the compiler of a release do not change. So
     * that asking for publication or for a check again, or for another customer on the same rules, starts no child.
     */
    private static final Cache<Digest, Boolean> TRIED =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private final Map<Digest, List<Fault>> refused = new ConcurrentHashMap<>();

    private Compilable() {}

    static Compilable of(Collection<DraftVersion> drafts) {
        Map<Digest, RuleSetSource> distinct = new LinkedHashMap<>();
        drafts.stream()
                .flatMap(draft -> sources(draft).stream())
                .filter(source -> TRIED.getIfPresent(source.digest()) == null)
                .forEach(source -> distinct.put(source.digest(), source));
        List<RuleSetSource> sources = List.copyOf(distinct.values());
        Compilable compilable = new Compilable();
        // in parallel, so that as many children run as there are cores
        IntStream.rangeClosed(0, (sources.size() - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> sources.subList(batch * BATCH, Math.min((batch + 1) * BATCH, sources.size())))
                .forEach(compilable::attempt);
        return compilable;
    }

    /** Why the version's rule sets cannot be used; none if they can. */
    List<Fault> faults(DraftVersion draft) {
        return sources(draft).stream()
                .flatMap(source -> refused.getOrDefault(source.digest(), List.of()).stream())
                .map(fault -> draft.fault(fault.code(), "/outcomes", fault.message()))
                .toList();
    }

    private void attempt(List<RuleSetSource> sources) {
        if (sources.isEmpty()) {
            return;
        }
        try {
            CompileGuard.check(sources);
            sources.forEach(source -> TRIED.put(source.digest(), true));
        } catch (Refused because) {
            if (sources.size() == 1) {
                refused.put(sources.getFirst().digest(), because.faults());
            } else {
                attempt(sources.subList(0, sources.size() / 2));
                attempt(sources.subList(sources.size() / 2, sources.size()));
            }
        }
    }

    private static List<RuleSetSource> sources(DraftVersion draft) {
        return draft.version().outcomes().values().stream()
                .map(OutcomeTerms::rules)
                .toList();
    }
}
