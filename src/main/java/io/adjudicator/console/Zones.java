package io.adjudicator.console;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.contract.StoredVersion;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which customers there are for whoever is signed in, and in which zone each of them reads times. */
@Component
class Zones {

    private final Contracts contracts;
    private final InstantSource clock;

    Zones(Contracts contracts, InstantSource clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    /** Of the latest version; UTC where there is no contract. */
    ZoneId of(CustomerId customer) {
        return latest(customer).map(ContractVersion::zone).orElse(ZoneOffset.UTC);
    }

    Optional<ContractVersion> latest(CustomerId customer) {
        List<StoredVersion> versions = contracts.versions(customer);
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(contracts.byDigest(versions.getLast().digest()));
    }

    /** What is agreed now. */
    Optional<ContractVersion> inForce(CustomerId customer) {
        contracts.refresh();
        return contracts.inForce(customer, clock.instant());
    }

    /** The current month where the customer is. */
    YearMonth month(CustomerId customer) {
        return YearMonth.from(clock.instant().atZone(of(customer)));
    }

    /** All that may be seen, in the order of their names. */
    List<CustomerId> visible(SignedIn visitor) {
        contracts.refresh();
        return contracts.customers().stream().filter(visitor::maySee).sorted().toList();
    }

    /** The customer of this name. Another's is as unknown as one that does not exist. */
    CustomerId require(String name, SignedIn visitor) {
        return visible(visitor).stream()
                .filter(customer -> customer.value().equals(name))
                .findAny()
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND, "unknown_customer", "/customer", "There is no such customer."));
    }
}
