package io.adjudicator.bench;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rules.RuleSetSource;
import java.nio.file.Path;

/** The contract of thirty rules that everything is measured under. */
final class BenchContract {

    static final Path CUSTOMERS = Path.of("src", "test", "contracts", "bench");
    static final OutcomeType TYPE = OutcomeType.SUPPORT_RESOLUTION;

    private BenchContract() {}

    static ContractVersion read() {
        return ContractFolder.read(CUSTOMERS.resolve("acme"))
                .timeline()
                .versions()
                .getFirst();
    }

    static OutcomeTerms terms(ContractVersion contract) {
        return contract.terms(TYPE).orElseThrow();
    }

    /** The same terms under other rules. */
    static OutcomeTerms with(OutcomeTerms terms, RuleSetSource rules) {
        return new OutcomeTerms(
                terms.type(),
                terms.clause(),
                terms.definition(),
                terms.session(),
                terms.window(),
                terms.verification(),
                rules,
                terms.price(),
                terms.value());
    }
}
