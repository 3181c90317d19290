package io.adjudicator.api;

import io.adjudicator.adjudication.Trial;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.TrialCase;
import io.adjudicator.intake.TrialCaseReader;
import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.rules.Vocabulary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dry run: decides as production would, and stores nothing. */
@RestController
class TrialController {

    private static final int LARGEST_CASE = 1024 * 1024;

    private final TrialCaseReader reader = new TrialCaseReader(Vocabulary.ofThisRelease());
    private final Contracts contracts;
    private final RuleSets ruleSets;

    TrialController(Contracts contracts, RuleSets ruleSets) {
        this.contracts = contracts;
        this.ruleSets = ruleSets;
    }

    @PostMapping(
            path = "/v1/adjudications",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    String tryCase(HttpServletRequest request) throws IOException {
        TrialCase file = reader.read(BoundedBody.bytes(request, LARGEST_CASE));
        contracts.refresh();
        return Trial.decide(
                        contract(file.claim()), ruleSets, file.claim(), file.earlier(), file.evidence(), file.asOf())
                .document();
    }

    private ContractVersion contract(Claim claim) {
        if (!contracts.knows(claim.customer())) {
            throw refused("unknown_customer", "/claim/customer", "expected a customer with a published contract");
        }
        ContractVersion version = contracts
                .inForce(claim.customer(), claim.sessionStartedAt())
                .orElseThrow(() -> refused(
                        "no_contract_in_force",
                        "/claim/sessionStartedAt",
                        "expected a contract in force when the session began"));
        if (version.terms(claim.outcomeType()).isEmpty()) {
            throw refused(
                    "outcome_type_not_in_contract",
                    "/claim/outcomeType",
                    "expected an outcome type that version " + version.version() + " of the contract has terms for");
        }
        return version;
    }

    private static Refused refused(String code, String at, String message) {
        return new Refused(Refused.Kind.UNPROCESSABLE, code, at, message);
    }
}
