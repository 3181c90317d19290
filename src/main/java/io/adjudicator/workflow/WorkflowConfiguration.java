package io.adjudicator.workflow;

import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.casework.CaseOutbox;
import io.adjudicator.casework.Reminders;
import io.adjudicator.casework.Step;
import io.adjudicator.casework.Tasks;
import io.adjudicator.embedded.EmbeddedZeebeBroker;
import io.adjudicator.window.Windows;
import io.camunda.client.CamundaClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
            CaseOutbox cases,
            Tasks tasks,
            Reminders reminders,
            List<Step> steps,
            JobFailures failures,
            InstantSource clock,
            ObjectProvider<EmbeddedZeebeBroker> embedded) {
        BooleanSupplier reachable = Optional.ofNullable(embedded.getIfAvailable())
                .<BooleanSupplier>map(broker -> broker::ready)
                .orElse(() -> true);
        List<Publisher> publishers = List.of(
                new CohortPublisher(client, windows, clock), new CasePublisher(client, cases, tasks, reminders));
        return new Engine(client, publishers, works(client, adjudicator, tasks, steps, failures), reachable);
    }

    private static List<Work> works(
            CamundaClient client, Adjudicator adjudicator, Tasks tasks, List<Step> steps, JobFailures failures) {
        Work settling = new Work(
                MeasurementWindowProcess.SETTLE,
                new SettleWorker(adjudicator),
                List.of(MeasurementWindowProcess.COHORT_ID, MeasurementWindowProcess.SETTLES_AT),
                failures);
        Work asking = new Work(
                CaseProcesses.USER_TASK,
                new UserTaskWorker(client, tasks),
                List.of(CaseProcesses.CASE_ID, CaseProcesses.ROUND, CaseProcesses.REMIND_AT, CaseProcesses.DUE_AT),
                failures);
        Stream<Work> stepping = steps.stream()
                .map(step -> new Work(step.job(), new StepWorker(step), List.of(CaseProcesses.CASE_ID), failures));
        return Stream.concat(Stream.of(settling, asking), stepping).toList();
    }

    @Bean
    JobFailures jobFailures(MeterRegistry registry) {
        return new JobFailures(registry);
    }

    @Bean
    ZeebeHealth zeebeHealthIndicator(Engine engine, JobFailures failures) {
        return new ZeebeHealth(engine, failures);
    }
}
