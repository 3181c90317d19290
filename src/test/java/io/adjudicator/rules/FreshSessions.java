package io.adjudicator.rules;

import io.adjudicator.rules.facts.FactValues;
import io.adjudicator.rules.facts.Findings;
import java.util.List;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.StatelessKieSession;

/** The usual way to ask Drools, a stateless session for each claim: what pooled sessions are measured against. */
public final class FreshSessions {

    private final Vocabulary vocabulary;
    private final List<String> ids;
    private final Screening screening;
    private final KieContainer printed;
    private final FactType declared;
    private final FactClass factClass;
    private final InternalKnowledgeBase generated;

    public FreshSessions(RuleSetSource source) {
        vocabulary = source.vocabulary();
        ids = source.rules().stream().map(Rule::id).toList();
        screening = new Screening(source);
        printed = container(source.drl());
        declared = printed.getKieBase().getFactType(FactClass.PACKAGE, FactClass.SIMPLE_NAME);
        factClass = new FactClass(vocabulary);
        generated = DroolsCompiler.compile(source.drlForTheGeneratedClass(), factClass);
    }

    /** As the manual has it: the printed DRL in a container with its defaults. */
    private static KieContainer container(String drl) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/io/adjudicator/ruleset/rules.drl", drl);
        KieBuilder built = services.newKieBuilder(files).buildAll();
        if (built.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("expected rules that compile, but got " + built.getResults());
        }
        return services.newKieContainer(built.getKieModule().getReleaseId());
    }

    /** A stateless session of the container's for each claim, whose declared fact is filled field by field. */
    public Findings byTheManual(Facts facts) throws ReflectiveOperationException {
        Object fact = declared.newInstance();
        for (FactTerm term : vocabulary.terms()) {
            facts.get(term.name()).ifPresent(value -> declared.set(fact, term.name(), value));
        }
        declared.set(fact, Screening.SEEN, screening.seen(facts.values()));
        declared.set(fact, Screening.MISSING, screening.missing(facts.values()));
        return execute(printed.newStatelessKieSession(), fact);
    }

    /** With our generated fact, so that only the session is fresh. */
    public Findings onTheGeneratedFact(Facts facts) {
        FactValues fact = factClass.newFact();
        screening.show(fact, facts.values());
        return execute(generated.newStatelessKieSession(), fact);
    }

    private Findings execute(StatelessKieSession session, Object fact) {
        Findings findings = new Findings(ids);
        session.setGlobal("findings", findings);
        session.execute(fact);
        return findings;
    }
}
