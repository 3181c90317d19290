package io.adjudicator.workflow;

import io.adjudicator.embedded.EmbeddedZeebeBroker;
import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Builds the client: for the embedded broker, or for any cluster that the configuration names. */
final class Zeebe {

    private static final Duration REQUEST_BOUND = Duration.ofSeconds(10);

    /** Cohorts settled at the same time by one service: more would only wait for the same two cores and the same rows. */
    private static final int THREADS = 4;

    private Zeebe() {}

    /** The environment variables of the client (ZEEBE_ADDRESS …) mean some other cluster and are not for the embedded broker. */
    static CamundaClient client(EmbeddedZeebeBroker broker) {
        return common(CamundaClient.newClientBuilder())
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(broker.grpcAddress())
                .restAddress(broker.restAddress())
                .preferRestOverGrpc(false)
                .build();
    }

    /**
     * TLS by an {@code https} address, certificates, tenants and whatever else by the client's own properties
     * ({@code camunda.client.*}), credentials for OAuth by its own environment variables.
     */
    static CamundaClient client(Environment environment) {
        Optional<URI> grpc = address(environment, "adjudicator.zeebe.grpc-address");
        Optional<URI> rest = address(environment, "adjudicator.zeebe.rest-address");
        CamundaClientBuilder builder =
                common(CamundaClient.newClientBuilder()).withProperties(ownProperties(environment));
        grpc.ifPresent(builder::grpcAddress);
        rest.ifPresent(builder::restAddress);
        return builder.preferRestOverGrpc(grpc.isEmpty())
                .defaultJobWorkerStreamEnabled(grpc.isPresent())
                .build();
    }

    private static CamundaClientBuilder common(CamundaClientBuilder builder) {
        return builder.numJobWorkerExecutionThreads(THREADS)
                .defaultRequestTimeout(REQUEST_BOUND)
                .defaultJobWorkerStreamEnabled(true);
    }

    /** {@code host:port} means a plain connection, as it does for the client's older versions. */
    private static Optional<URI> address(Environment environment, String property) {
        return Optional.ofNullable(environment.getProperty(property))
                .map(address -> URI.create(address.contains("://") ? address : "http://" + address));
    }

    private static Properties ownProperties(Environment environment) {
        Properties properties = new Properties();
        Binder.get(environment)
                .bind("camunda.client", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((name, value) -> properties.setProperty("camunda.client." + name, value));
        return properties;
    }
}
