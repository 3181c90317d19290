package io.adjudicator.dealdesk;

import io.adjudicator.adjudication.Trial;
import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.kernel.Fault;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The agreed cases as this installation's folders have them now, tried under a published version by the code that decides. */
@Service
public class AgreedExamples {

    private final Path contractsDir;
    private final RuleSets ruleSets;

    AgreedExamples(@Value("${adjudicator.contracts-dir:customer-overrides}") Path contractsDir, RuleSets ruleSets) {
        this.contractsDir = contractsDir;
        this.ruleSets = ruleSets;
    }

    /**
     * What is agreed about a version.
     *
     * @param faults of the file; with any, some of the examples are not told
     */
    public record Agreed(List<AgreedExample> examples, List<Fault> faults) {

        public Agreed {
            examples = List.copyOf(examples);
            faults = List.copyOf(faults);
        }
    }

    public Agreed of(ContractVersion contract) {
        Path dir = contractsDir.resolve(contract.customer().value());
        if (!Files.isDirectory(dir)) {
            return new Agreed(List.of(), List.of());
        }
        ContractFolder folder = ContractFolder.read(dir);
        Optional<CasesFile> file = CasesFile.read(folder);
        if (file.isEmpty() || folder.versions().isEmpty()) {
            return new Agreed(List.of(), List.of());
        }
        List<Fault> faults = new ArrayList<>(file.get().faults());
        List<AgreedCase> cases = faults.isEmpty()
                ? file.get().of(contract, folder.versions().getLast().number(), faults)
                : List.of();
        return new Agreed(cases.stream().map(agreed -> tried(contract, agreed)).toList(), faults);
    }

    private AgreedExample tried(ContractVersion contract, AgreedCase agreed) {
        return AgreedExample.of(
                agreed,
                Trial.decide(contract, ruleSets, agreed.claim(), agreed.earlier(), agreed.evidence(), agreed.asOf()));
    }
}
