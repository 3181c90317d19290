package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.SchemaCheck;
import io.adjudicator.contract.Tree;
import io.adjudicator.contract.YamlFile;
import io.adjudicator.kernel.Fault;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.statement.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A customer's {@code statement.yaml}: months that both sides worked out, tried by the code that decides, books and drafts in production.
 *
 * @param count how many months were tried
 */
record AgreedStatements(int count, List<Fault> faults) {

    static final String NAME = "statement.yaml";

    private static final SchemaCheck SCHEMA = SchemaCheck.of("/statement.schema.json");

    /** Tries all of them; only for a folder without other faults. */
    static AgreedStatements of(ContractFolder folder, RuleSets ruleSets) {
        Optional<ExampleFile> found = ExampleFile.read(folder, NAME, SCHEMA);
        if (found.isEmpty()) {
            return new AgreedStatements(0, List.of());
        }
        if (!found.get().faults().isEmpty()) {
            return new AgreedStatements(0, found.get().faults());
        }
        List<ContractVersion> versions =
                folder.drafts().stream().map(DraftVersion::version).toList();
        List<Tree> rows = found.get().file().tree().rows("statements");
        List<Fault> faults = new ArrayList<>();
        rows.forEach(row -> faults.addAll(faults(found.get().file(), row, new Agreement(versions), ruleSets)));
        return new AgreedStatements(rows.size(), faults);
    }

    private static List<Fault> faults(YamlFile file, Tree row, Agreement agreement, RuleSets ruleSets) {
        CaseFaults faults = new CaseFaults(file);
        YearMonth period = YearMonth.parse(row.text("period").orElseThrow());
        if (agreement.governing(period).isEmpty()) {
            faults.add(
                    "no_contract_in_period", row.at("period"), "expected a month of the contract, but got " + period);
            return faults.found();
        }
        StatementTrial trial = new StatementTrial(agreement, period, ruleSets, faults);
        row.rows("outcomes").forEach(trial::claimed);
        if (faults.found().isEmpty()) {
            Statement statement = trial.statement();
            String name = "statement \"" + row.text("name").orElseThrow() + "\": ";
            new ExpectedStatement(row.child("expect"))
                    .differences(statement)
                    .forEach(difference ->
                            faults.add("statement_failed", difference.pointer(), name + difference.message()));
        }
        return faults.found();
    }
}
