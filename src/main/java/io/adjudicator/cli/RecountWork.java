package io.adjudicator.cli;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.recount.Bill;
import io.adjudicator.recount.BilledPrice;
import io.adjudicator.recount.Recount;
import io.adjudicator.recount.RecountReport;
import io.adjudicator.rules.RuleSets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;

/** Decides the records under the customer's contract, and under another where that one stands for the bill. */
final class RecountWork {

    private final CustomerId whose;
    private final Path contracts;
    private final RuleSets ruleSets = new RuleSets();
    private final Timeline<ContractVersion> agreed;
    private final OfflineTally tally;

    RecountWork(CustomerId whose, Path contracts, PrintWriter err) {
        this.whose = whose;
        this.contracts = contracts;
        this.agreed = terms(whose);
        this.tally = new OfflineTally(err);
    }

    RecountReport compare(RecountInput input, Bill bill, BilledPrice price) throws IOException {
        var decided = new RecountDecisions(agreed, ruleSets, whose, tally).of(input.asBatch());
        tally.counts();
        return RecountReport.of(
                whose,
                Recount.of(
                        decided,
                        bill,
                        price,
                        input.open(),
                        agreed.versions().getLast().unit()));
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
