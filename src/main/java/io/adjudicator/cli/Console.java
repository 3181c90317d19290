package io.adjudicator.cli;

import io.adjudicator.access.FirstAccount;
import io.adjudicator.access.NewKey;
import io.adjudicator.dealdesk.PublicationResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What commands that run the service say on standard output. */
final class Console {

    private final PrintWriter out;

    private Console(PrintWriter out) {
        this.out = out;
    }

    static Console of(@Nullable CommandSpec spec) {
        return new Console(
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut());
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void announce(RunningService service) {
        contracts(service.publications());
        for (NewKey key : service.firstKeys()) {
            say("  key %-13s %s%s"
                    .formatted(
                            key.key().role().wireName(),
                            key.text(),
                            key.key()
                                    .customer()
                                    .map(customer -> " (" + customer + ")")
                                    .orElse("")));
        }
        if (!service.firstKeys().isEmpty()) {
            say("  Keys are shown this once; more with ./adjudicator keys create.");
        }
        say("Console    " + service.address() + "/console");
        say("API        " + service.address() + "/v1");
        say("Reference  " + service.address() + "/docs");
        say("Health     " + service.address() + "/actuator/health");
    }

    void accounts(List<FirstAccount> accounts, RunningService service) {
        if (accounts.isEmpty()) {
            return;
        }
        say("Accounts for " + service.address() + "/console, shown this once; more with ./adjudicator account add:");
        accounts.forEach(first -> say("  %-24s %s  %s"
                .formatted(
                        first.account().name(),
                        first.password(),
                        first.account().role().wireName())));
    }

    /** How many are in force, and each that is not with the reason. */
    private void contracts(List<PublicationResult> publications) {
        List<PublicationResult> inForce = publications.stream()
                .filter(publication -> publication.state() != PublicationResult.State.REFUSED)
                .toList();
        say("  %d contract versions of %d customers, %d of them published now"
                .formatted(
                        inForce.size(),
                        inForce.stream()
                                .map(PublicationResult::customer)
                                .distinct()
                                .count(),
                        inForce.stream()
                                .filter(publication -> publication.state() == PublicationResult.State.PUBLISHED)
                                .count()));
        publications.stream()
                .filter(publication -> publication.state() == PublicationResult.State.REFUSED)
                .forEach(publication -> say("  contract " + publication.customer() + " "
                        + publication.version().map(version -> "v" + version).orElse("") + ": refused"
                        + publication.faults().stream()
                                .map(fault -> "\n    " + fault.at() + ": " + fault.message())
                                .reduce("", String::concat)));
    }
}
