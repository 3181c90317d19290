package io.adjudicator.cli;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.intake.RecordReader;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.rules.Vocabulary;
import io.adjudicator.statement.PaperBooks;
import io.adjudicator.statement.Statement;
import io.adjudicator.statement.StatementForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code statement}: what a month comes to, offline, by the code that decides, books and drafts in the service. */
@Command(
        name = "statement",
        mixinStandardHelpOptions = true,
        description = {
            "Draft a customer's statement of a month offline, from claims and evidence, without server, database or engine.",
            "The file is replayed in event time, whatever its order; every window runs to its end, and no month is closed.",
            "Give earlier months' records as well: they can use up credits and count towards a year's minimum.",
            "Exits with 1 if a line was rejected; the others are in the statement all the same."
        })
final class StatementCommand implements Callable<Integer> {

    /** As they are typed. */
    enum Format {
        text,
        json,
        csv,
        pdf,
        xlsx
    }

    @Parameters(paramLabel = "FILE", description = "Claims and evidence as NDJSON, also gzipped; - for standard input.")
    private String file = "-";

    @Option(names = "--customer", paramLabel = "C", required = true, description = "Whose statement.")
    private String customer = "";

    @Option(names = "--period", paramLabel = "YYYY-MM", required = true, description = "The month.")
    private YearMonth period = YearMonth.of(2000, 1);

    @Option(
            names = "--contracts",
            paramLabel = "DIR",
            defaultValue = "${sys:adjudicator.home:-.}/customer-overrides",
            description = "Folder of all customers' folders (default: ${DEFAULT-VALUE}).")
    private Path contracts = Path.of("customer-overrides");

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); pdf and xlsx need --out.")
    private Format format = Format.text;

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes; standard output if left out.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = commandLine().getErr();
        try {
            if (out.isEmpty() && (format == Format.pdf || format == Format.xlsx)) {
                throw new IllegalArgumentException("expected --out FILE for " + format);
            }
            CustomerId whose = new CustomerId(customer);
            err.println("Checking the contract of " + whose + " …");
            RuleSets ruleSets = new RuleSets();
            Timeline<ContractVersion> checked = OfflineContracts.checked(contracts.resolve(whose.value()), ruleSets);
            return draft(whose, checked, ruleSets, new OfflineTally(err));
        } catch (Refused refused) {
            refused.faults().forEach(fault -> err.println(fault.at() + ": " + fault.message()));
        } catch (IOException | IllegalArgumentException e) {
            err.println(OfflineInput.reason(e));
        }
        return 1;
    }

    private int draft(CustomerId whose, Timeline<ContractVersion> checked, RuleSets ruleSets, OfflineTally tally)
            throws IOException {
        Agreement agreement = new Agreement(checked.versions());
        if (agreement.stating(period).isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a month in which a contract is in force, or a later one, but got " + period);
        }
        RecordReader reader = RecordReader.of(Vocabulary.ofThisRelease(), InstantSource.system());
        OfflineLines lines = new OfflineLines(reader, whose, tally);
        OfflineSessions sessions = new OfflineSessions(checked, ruleSets, lines, Optional.empty(), tally);
        PaperBooks books = new PaperBooks(agreement, ruleSets);
        try (InputStream in = OfflineInput.open(file);
                EventTimeScratch scratch = new EventTimeScratch()) {
            new OfflineAdjudication(lines, new OfflineAdmission(checked), sessions, tally, scratch).run(in, books);
        }
        write(books.statement(period));
        tally.counts();
        return tally.allWell() ? 0 : 1;
    }

    private void write(Statement statement) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (format) {
            case text -> bytes.writeBytes(StatementPrint.of(statement).getBytes(StandardCharsets.UTF_8));
            case json -> StatementForm.JSON.write(statement, bytes);
            case csv -> StatementForm.CSV.write(statement, bytes);
            case pdf -> StatementForm.PDF.write(statement, bytes);
            case xlsx -> StatementForm.XLSX.write(statement, bytes);
        }
        if (out.isPresent()) {
            Files.write(out.get(), bytes.toByteArray());
        } else {
            commandLine().getOut().print(bytes.toString(StandardCharsets.UTF_8));
            commandLine().getOut().flush();
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
