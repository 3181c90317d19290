package io.adjudicator.rules;

import io.adjudicator.rules.facts.FactValues;
import io.adjudicator.rules.facts.Findings;
import java.util.List;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.kie.api.runtime.StatelessKieSession;

/** The usual way to ask Drools, a stateless session for each claim: what pooled sessions are measured against. */
public final class FreshSessions {

    private final InternalKnowledgeBase base;
    private final FactClass factClass;
    private final List<String> ids;

    public FreshSessions(RuleSetSource source) {
        factClass = new FactClass(source.vocabulary());
        base = DroolsCompiler.compile(source.drlForTheGeneratedClass(), factClass);
        ids = source.rules().stream().map(Rule::id).toList();
    }

    public Findings findings(Facts facts) {
        Findings findings = new Findings(ids);
        FactValues fact = factClass.newFact();
        facts.showTo(fact);
        StatelessKieSession session = base.newStatelessKieSession();
        session.setGlobal("findings", findings);
        session.execute(fact);
        return findings;
    }
}
