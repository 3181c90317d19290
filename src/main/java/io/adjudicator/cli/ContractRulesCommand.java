package io.adjudicator.cli;

import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.kernel.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contract rules}: the Drools rules that a contract comes to. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description =
                "Print the Drools rules (DRL) that judge a customer's claims: base rules, contract rows and rule files.")
final class ContractRulesCommand implements Callable<Integer> {

    @Mixin
    private ContractFolderOption folders = new ContractFolderOption();

    @Parameters(paramLabel = "CUSTOMER|PATH", description = "Whose rules to print.")
    private String customer = "";

    @Option(names = "--version", paramLabel = "N", description = "Contract version; the latest if left out.")
    private Optional<Integer> version = Optional.empty();

    @Option(names = "--type", paramLabel = "TYPE", description = "Outcome type; all if left out.")
    private Optional<String> type = Optional.empty();

    @Override
    public Integer call() {
        try {
            DraftVersion draft = folders.version(customer, version);
            outcomes(draft).forEach(terms -> folders.out().println(drl(draft, terms)));
            return 0;
        } catch (Refused refused) {
            return folders.refuse(refused);
        }
    }

    private List<OutcomeTerms> outcomes(DraftVersion draft) {
        List<OutcomeTerms> found = draft.version().outcomes().values().stream()
                .filter(terms -> type.isEmpty() || terms.type().value().equals(type.get()))
                .sorted(Comparator.comparing(OutcomeTerms::type))
                .toList();
        if (found.isEmpty()) {
            throw new Refused(
                    Refused.Kind.NOT_FOUND,
                    "unknown_outcome_type",
                    customer,
                    "expected one of " + draft.version().outcomes().keySet() + ", but got " + type.orElse("none"));
        }
        return found;
    }

    private static String drl(DraftVersion draft, OutcomeTerms terms) {
        return "// " + draft.version().customer() + ", contract version "
                + draft.version().version() + ", " + terms.type() + ", rule set "
                + terms.rules().digest() + "\n" + terms.rules().drl();
    }
}
