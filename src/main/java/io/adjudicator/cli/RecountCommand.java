package io.adjudicator.cli;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.recount.Bill;
import io.adjudicator.recount.BilledPrice;
import io.adjudicator.recount.RecountCsv;
import io.adjudicator.recount.RecountJson;
import io.adjudicator.recount.RecountReport;
import io.adjudicator.recount.RecountText;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code recount}: what a vendor billed, beside what the contract says is due. */
@Command(
        name = "recount",
        mixinStandardHelpOptions = true,
        description = {
            "Compare what a vendor billed with what the contract says, in both directions.",
            "What cannot be settled is said apart, with the facts that are missing, and is never netted.",
            "Exits with 1 if a record or the bill could not be read."
        },
        subcommands = RecountAuditCommand.class)
final class RecountCommand implements Callable<Integer> {

    /** As they are typed. */
    enum Form {
        text,
        json,
        csv
    }

    /** Records of any origin, or a vendor's export, as it is typed. */
    enum From {
        ndjson,
        intercom,
        agentmeasure
    }

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Claims and evidence (NDJSON), or the export; - for standard input.")
    private String file = "-";

    @Option(names = "--customer", paramLabel = "C", description = "Whose contract decides.")
    private Optional<String> customer = Optional.empty();

    @Option(
            names = "--from",
            defaultValue = "ndjson",
            description = "What FILE is: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private From from = From.ndjson;

    @Option(
            names = "--billed",
            paramLabel = "BILL",
            description =
                    "What the vendor billed, as CSV: id, and source, billed (yes, no), amount where the bill has them. A usage report"
                            + " will do. Left out where the export itself says it.")
    private Optional<Path> billed = Optional.empty();

    @Option(
            names = "--billed-under",
            paramLabel = "OTHER",
            description = "Instead of a bill: what this other customer's contract would bill for the same records.")
    private Optional<String> billedUnder = Optional.empty();

    @Option(
            names = "--price",
            paramLabel = "P",
            description =
                    "What each outcome was billed at, where the bill does not say; left out: the contract's price of its tier.")
    private Optional<BigDecimal> price = Optional.empty();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Form format = Form.text;

    @Mixin
    private OfflineOptions offline = new OfflineOptions();

    @Override
    public Integer call() {
        CustomerId whose = new CustomerId(customer.orElseThrow(() -> missing("--customer=C")));
        return offline.attempt(() -> recount(whose, offline.err()));
    }

    private int recount(CustomerId whose, PrintWriter err) throws IOException {
        RecountWork work = new RecountWork(whose, offline.contracts(), err);
        RecountInput input = RecountInput.read(from, file, whose);
        input.faults().forEach(err::println);
        Bill bill = bill(input, work);
        RecountReport report = work.compare(input, bill, new BilledPrice(price));
        write(report);
        return work.allWell() && input.faults().isEmpty() ? 0 : 1;
    }

    private Bill bill(RecountInput input, RecountWork work) throws IOException {
        if (billed.isPresent()) {
            return RecountInput.bill(billed.get());
        }
        return billedUnder.isPresent()
                ? work.billUnder(new CustomerId(billedUnder.get()), input)
                : input.bill().orElseThrow(() -> missing("--billed=BILL or --billed-under=OTHER"));
    }

    private void write(RecountReport report) throws IOException {
        try (OfflineOutput output = offline.output()) {
            PrintWriter writer = new PrintWriter(output.writer());
            switch (format) {
                case text -> RecountText.write(report, writer);
                case json -> RecountJson.write(report, writer);
                case csv -> RecountCsv.write(report, writer);
            }
            writer.flush();
            output.complete();
        }
    }

    private ParameterException missing(String option) {
        return new ParameterException(offline.commandLine(), "expected " + option);
    }
}
