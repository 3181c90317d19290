package io.adjudicator.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.adjudicator.kernel.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The compiled rule sets in use, each compiled once per digest and dropped when others are used more. */
@Component
public final class RuleSets {

    /** Rule sets; a thousand customers with two versions in force each. Thirty rules take 1.2 MB of heap. */
    static final int CAPACITY = 2_000;

    private final LoadingCache<Vocabulary, FactClass> factClasses =
            Caffeine.newBuilder().weakValues().build(FactClass::new);

    private final Cache<Digest, RuleSet> compiled;

    public RuleSets() {
        this(CAPACITY);
    }

    RuleSets(int capacity) {
        compiled = Caffeine.newBuilder()
                .maximumSize(capacity)
                .executor(Runnable::run)
                .evictionListener((@Nullable Digest _, @Nullable RuleSet evicted, RemovalCause _) -> retire(evicted))
                .build();
    }

    /** Compiles it if this is the first time; threads that want the same one meanwhile wait for it. */
    public RuleSet of(RuleSetSource source) {
        RuleSet known = compiled.getIfPresent(source.digest());
        return known != null ? known : compiled.get(source.digest(), _ -> compile(source));
    }

    /** Does at once what eviction does by and by. */
    void tidy() {
        compiled.cleanUp();
    }

    private static void retire(@Nullable RuleSet evicted) {
        if (evicted != null) {
            evicted.retire();
        }
    }

    private RuleSet compile(RuleSetSource source) {
        return RuleSet.compile(source, factClasses.get(source.vocabulary()));
    }
}
