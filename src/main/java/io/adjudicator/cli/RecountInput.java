package io.adjudicator.cli;

import io.adjudicator.cli.RecountCommand.From;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.recount.Bill;
import io.adjudicator.recount.BillReader;
import io.adjudicator.recount.OpenQuestion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of a recount, held in memory because two contracts may have to read them.
 *
 * @param bill what the vendor billed, if the records themselves say it
 * @param columns what the export tells of a claim
 * @param open what the export leaves empty, by claim
 * @param faults rows of the export that could not be read
 */
@SuppressWarnings("ArrayRecordComponent") // read from, never compared
record RecountInput(
        byte[] records,
        Optional<Bill> bill,
        List<OpenQuestion> columns,
        Map<SourceId, List<OpenQuestion>> open,
        List<String> faults) {

    static RecountInput read(From from, String file, CustomerId whose) throws IOException {
        try (InputStream in = OfflineInput.open(file)) {
            return switch (from) {
                case ndjson -> new RecountInput(in.readAllBytes(), Optional.empty(), List.of(), Map.of(), List.of());
                case intercom -> of(ExportFormat.intercom.read(in, whose, from.name()));
                case agentmeasure -> of(ExportFormat.agentmeasure.read(in, whose, from.name()));
            };
        }
    }

    private static RecountInput of(Export export) throws IOException {
        return new RecountInput(
                export.asBatch().readAllBytes(), export.bill(), export.columns(), export.open(), export.faults());
    }

    static Bill bill(Path file) throws IOException {
        try (InputStream in = OfflineInput.open(file.toString())) {
            return BillReader.read(OfflineText.withoutMark(new InputStreamReader(in, StandardCharsets.UTF_8)));
        }
    }

    InputStream asBatch() {
        return new ByteArrayInputStream(records);
    }
}
