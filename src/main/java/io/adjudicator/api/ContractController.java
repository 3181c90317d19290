package io.adjudicator.api;

import io.adjudicator.contract.Contracts;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was agreed. */
@RestController
class ContractController {

    private final Contracts contracts;

    ContractController(Contracts contracts) {
        this.contracts = contracts;
    }

    @GetMapping("/v1/contracts")
    List<ContractView.Summary> listContracts(Caller caller) {
        contracts.refresh();
        return contracts.customers().stream()
                .filter(caller::maySee)
                .flatMap(customer -> contracts.versions(customer).stream())
                .map(ContractView.Summary::of)
                .toList();
    }

    @GetMapping("/v1/contracts/{customer}/versions/{version}")
    ContractView readContract(@PathVariable String customer, @PathVariable String version, Caller caller) {
        contracts.refresh();
        return contracts.customers().stream()
                .filter(known -> known.value().equals(customer) && caller.maySee(known))
                .flatMap(known -> versionOf(known, version).stream())
                .findAny()
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND, "unknown_contract", "", "expected a published contract version"));
    }

    private List<ContractView> versionOf(CustomerId customer, String version) {
        return contracts.versions(customer).stream()
                .filter(stored -> Integer.toString(stored.version()).equals(version))
                .map(stored -> ContractView.of(stored, contracts.byDigest(stored.digest())))
                .toList();
    }
}
