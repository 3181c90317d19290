package io.adjudicator.rules;

import io.adjudicator.rules.facts.FactValues;
import io.adjudicator.rules.facts.Findings;
import org.drools.base.rule.accessor.GlobalResolver;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.FactHandle;

/** One reusable Drools session with its one fact. Used by one thread at a time; holds no case between two uses. */
final class RuleSession implements AutoCloseable {

    /**
     * With direct firing, Drools 10.2.0 keeps about 300 bytes of each case that was deleted. A session is thrown away before that
     * matters: at most about 600 kB each.
     */
    static final int USES = 2_000;

    private static final @Nullable Object[] NO_CASE = new Object[0];
    private static final KieSessionConfiguration CONFIGURATION = configuration();

    private final StatefulKnowledgeSessionImpl session;
    private final FactValues fact;
    private final Screening screening;
    private int uses;

    RuleSession(InternalKnowledgeBase base, FactValues fact, Screening screening, Findings findings) {
        this.screening = screening;
        this.fact = fact;
        session = (StatefulKnowledgeSessionImpl) base.newKieSession(CONFIGURATION, null);
        session.setGlobalResolver(new OneGlobal(findings));
    }

    /** Leaves in the findings what the rules say of this case. */
    void judge(Facts facts) {
        uses++;
        screening.show(fact, facts.values());
        FactHandle handle = session.insert(fact);
        session.fireAllRules();
        session.delete(handle);
        fact.show(NO_CASE, false, false);
    }

    boolean wornOut() {
        return uses >= USES;
    }

    long factCount() {
        return session.getFactCount();
    }

    @Override
    public void close() {
        session.dispose();
    }

    /** Rules only add findings, so they need neither an agenda's order nor locks: each fires as soon as it matches. */
    private static KieSessionConfiguration configuration() {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(DirectFiringOption.YES);
        configuration.setOption(ThreadSafeOption.NO);
        return configuration;
    }

    /** The standard resolver looks the one global up in a concurrent map with every finding, a tenth of all time. */
    private record OneGlobal(Findings findings) implements GlobalResolver {

        @Override
        public Object resolveGlobal(String identifier) {
            return findings;
        }

        @Override
        public void setGlobal(String identifier, Object value) {
            throw new IllegalStateException("expected no global but findings, but got " + identifier);
        }

        @Override
        public void removeGlobal(String identifier) {
            throw new IllegalStateException("expected findings to stay, but " + identifier + " was to be removed");
        }

        @Override
        public void clear() {
            // a disposed session clears its globals; this one holds nothing to forget
        }
    }
}
