package io.adjudicator.workflow;

import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.embedded.EmbeddedZeebeBroker;
import io.adjudicator.window.Windows;
import io.camunda.client.CamundaClient;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Connects the engine, if there is one: with the embedded broker switched off and no address, windows just stay open. */
@Configuration(proxyBeanMethods = false)
@Conditional(SomeZeebe.class)
class WorkflowConfiguration {

    @Bean
    CamundaClient camundaClient(Environment environment, ObjectProvider<EmbeddedZeebeBroker> embedded) {
        EmbeddedZeebeBroker broker = embedded.getIfAvailable();
        return broker == null ? Zeebe.client(environment) : Zeebe.client(broker);
    }

    @Bean(initMethod = "start")
    Engine engine(
            CamundaClient client,
            Windows windows,
            Adjudicator adjudicator,
            InstantSource clock,
            ObjectProvider<EmbeddedZeebeBroker> embedded) {
        BooleanSupplier reachable = Optional.ofNullable(embedded.getIfAvailable())
                .<BooleanSupplier>map(broker -> broker::ready)
                .orElse(() -> true);
        return new Engine(
                client, new CohortPublisher(client, windows, clock), new SettleWorker(adjudicator), reachable);
    }

    @Bean
    ZeebeHealth zeebeHealthIndicator(Engine engine) {
        return new ZeebeHealth(engine);
    }
}
