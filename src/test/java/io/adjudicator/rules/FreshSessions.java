package io.adjudicator.rules;

import io.adjudicator.rules.facts.FactValues;
import io.adjudicator.rules.facts.Findings;
import java.util.List;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.StatelessKieSession;

/** The usual way to ask Drools, a stateless session for each claim: what pooled sessions are measured against. */
public final class FreshSessions {

    private final Vocabulary vocabulary;
    private final List<String> ids;
    private final Screening screening;
    private final InternalKnowledgeBase printed;
    private final FactType declared;
    private final FactClass factClass;
    private final InternalKnowledgeBase generated;

    public FreshSessions(RuleSetSource source) {
        vocabulary = source.vocabulary();
        ids = source.rules().stream().map(Rule::id).toList();
        screening = new Screening(source);
        printed = DroolsCompiler.compile(source.drl(), FreshSessions.class.getClassLoader());
        declared = printed.getFactType(FactClass.PACKAGE, FactClass.SIMPLE_NAME);
        factClass = new FactClass(vocabulary);
        generated = DroolsCompiler.compile(source.drlForTheGeneratedClass(), factClass);
    }

    /** As the manual has it: the printed DRL, whose declared fact is filled field by field. */
    public Findings byTheManual(Facts facts) throws ReflectiveOperationException {
        Object fact = declared.newInstance();
        for (FactTerm term : vocabulary.terms()) {
            facts.get(term.name()).ifPresent(value -> declared.set(fact, term.name(), value));
        }
        declared.set(fact, Screening.SEEN, screening.seen(facts.values()));
        declared.set(fact, Screening.MISSING, screening.missing(facts.values()));
        return execute(printed, fact);
    }

    /** With our generated fact, so that only the session is fresh. */
    public Findings onTheGeneratedFact(Facts facts) {
        FactValues fact = factClass.newFact();
        screening.show(fact, facts.values());
        return execute(generated, fact);
    }

    private Findings execute(InternalKnowledgeBase base, Object fact) {
        Findings findings = new Findings(ids);
        StatelessKieSession session = base.newStatelessKieSession();
        session.setGlobal("findings", findings);
        session.execute(fact);
        return findings;
    }
}
