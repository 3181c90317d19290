package io.adjudicator.cli;

import io.adjudicator.Application;
import io.adjudicator.access.Accounts;
import io.adjudicator.access.FirstAccount;
import io.adjudicator.access.Keys;
import io.adjudicator.access.NewKey;
import io.adjudicator.contract.Contracts;
import io.adjudicator.dealdesk.PublicationResult;
import io.adjudicator.dealdesk.Publisher;
import io.adjudicator.kernel.CustomerId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service in this process, with its contracts published and, on an empty database, its first keys. */
final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final List<PublicationResult> publications;
    private final List<NewKey> firstKeys;

    private RunningService(
            ConfigurableApplicationContext context, List<PublicationResult> publications, List<NewKey> firstKeys) {
        this.context = context;
        this.publications = publications;
        this.firstKeys = firstKeys;
    }

    /**
     * Starts it.
     *
     * @param properties weaker than the environment and than {@code arguments}, stronger than the defaults
     */
    static RunningService start(Map<String, Object> properties, String... arguments) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setDefaultProperties(properties);
        application.addListeners(new ServiceLog());
        ConfigurableApplicationContext context = application.run(arguments);
        List<PublicationResult> publications = context.getBean(Publisher.class).latest();
        List<NewKey> keys = context.getBean(Keys.class)
                .firstKeys(context.getBean(Contracts.class).customers().stream()
                        .sorted()
                        .toList());
        return new RunningService(context, publications, keys);
    }

    /** Accounts to look around with, on a database that has none. */
    List<FirstAccount> demonstrationAccounts(List<CustomerId> customers) {
        return context.getBean(Accounts.class).demonstration(customers);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    List<PublicationResult> publications() {
        return publications;
    }

    List<NewKey> firstKeys() {
        return firstKeys;
    }

    @Override
    public void close() {
        context.close();
    }
}
