package io.adjudicator.rules;

import io.adjudicator.kernel.Refused;
import java.io.StringReader;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.conf.MBeansOption;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.PropertySpecificOption;
import org.kie.internal.io.ResourceFactory;

/** Compiles a source's DRL to a Drools knowledge base. */
final class DroolsCompiler {

    private DroolsCompiler() {}

    /** Throws {@code Refused} with what Drools says if the text does not compile. */
    static InternalKnowledgeBase compile(String drl, ClassLoader facts) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DroolsCompiler.class.getClassLoader()); // KIE finds its services through it
        try {
            KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(builderConfiguration(facts));
            builder.add(ResourceFactory.newReaderResource(new StringReader(drl)), ResourceType.DRL);
            if (builder.hasErrors()) {
                throw new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "rules_do_not_compile",
                        "",
                        "expected rules that compile, but Drools says: " + builder.getErrors());
            }
            InternalRuleBase rules = RuleBaseFactory.newRuleBase(baseConfiguration(facts));
            rules.addPackages(builder.getKnowledgePackages());
            return KnowledgeBaseFactory.newKnowledgeBase(rules);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static KnowledgeBuilderConfiguration builderConfiguration(ClassLoader facts) {
        KnowledgeBuilderConfiguration configuration =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, facts);
        configuration.setOption(PropertySpecificOption.DISABLED); // facts are never modified
        return configuration;
    }

    private static KieBaseConfiguration baseConfiguration(ClassLoader facts) {
        KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(null, facts);
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        configuration.setOption(MBeansOption.DISABLED);
        return configuration;
    }
}
