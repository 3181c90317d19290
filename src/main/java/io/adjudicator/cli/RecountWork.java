package io.adjudicator.cli;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.recount.Bill;
import io.adjudicator.recount.BilledPrice;
import io.adjudicator.recount.Decided;
import io.adjudicator.recount.OpenQuestion;
import io.adjudicator.recount.Recount;
import io.adjudicator.recount.RecountReport;
import io.adjudicator.rules.RuleSets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** Decides the records under the customer's contract, and under another where that one stands for the bill. */
final class RecountWork {

    private final CustomerId whose;
    private final Path contracts;
    private final RuleSets ruleSets = new RuleSets();
    private final Timeline<ContractVersion> agreed;
    private final OfflineTally tally;
    private final PrintWriter err;

    RecountWork(CustomerId whose, Path contracts, PrintWriter err) {
        this.whose = whose;
        this.contracts = contracts;
        this.agreed = terms(whose);
        this.tally = new OfflineTally(err);
        this.err = err;
    }

    RecountReport compare(RecountInput input, Bill bill, BilledPrice price) throws IOException {
        List<Decided> decided = new RecountDecisions(agreed, ruleSets, whose, tally).of(input.asBatch());
        tally.counts();
        warnOfIdleColumns(input, decided);
        return RecountReport.of(
                whose,
                Recount.of(
                        decided,
                        bill,
                        price,
                        input.open(),
                        agreed.versions().getLast().unit()));
    }

    /** A conversation that the export itself calls unaddressed bills under a contract that does not ask; better that is said. */
    private void warnOfIdleColumns(RecountInput input, List<Decided> all) {
        for (OpenQuestion column : input.columns()) {
            if (!all.isEmpty() && all.stream().allMatch(decided -> column.isIdle(decided.decision()))) {
                err.println("warning: the contract of " + whose + " does not ask for " + column.word()
                        + ", so what the export says of it changes nothing");
            }
        }
    }

    /** The records stay the customer's; only the terms are another's. What is wrong with them is said once. */
    Bill billUnder(CustomerId other, RecountInput input) throws IOException {
        OfflineTally unheard = new OfflineTally(new PrintWriter(Writer.nullWriter()));
        return Recount.bill(new RecountDecisions(terms(other), ruleSets, whose, unheard).of(input.asBatch()));
    }

    boolean allWell() {
        return tally.allWell();
    }

    private Timeline<ContractVersion> terms(CustomerId customer) {
        return OfflineContracts.checked(contracts.resolve(customer.value()), ruleSets);
    }
}
