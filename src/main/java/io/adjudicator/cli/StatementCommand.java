package io.adjudicator.cli;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.intake.RecordReader;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.rules.Vocabulary;
import io.adjudicator.statement.PaperBooks;
import io.adjudicator.statement.Statement;
import io.adjudicator.statement.StatementForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); pdf and xlsx need --out.")
    private Format format = Format.text;

    @Mixin
    private OfflineOptions offline = new OfflineOptions();

    @Override
    public Integer call() {
        return offline.attempt(this::draft);
    }

    private int draft() throws IOException {
        if (offline.file().isEmpty() && (format == Format.pdf || format == Format.xlsx)) {
            throw new IllegalArgumentException("expected --out FILE for " + format);
        }
        CustomerId whose = new CustomerId(customer);
        RuleSets ruleSets = new RuleSets();
        return draft(whose, offline.checked(whose, ruleSets), ruleSets, new OfflineTally(offline.err()));
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
        if (offline.file().isPresent()) {
            Files.write(offline.file().get(), bytes.toByteArray());
        } else {
            offline.out().print(bytes.toString(StandardCharsets.UTF_8));
            offline.out().flush();
        }
    }
}
