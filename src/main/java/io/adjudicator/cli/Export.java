package io.adjudicator.cli;

import io.adjudicator.kernel.SourceId;
import io.adjudicator.recount.Bill;
import io.adjudicator.recount.OpenQuestion;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A vendor's export as claims and evidence. Exports are a month's worth of rows, so they are held in memory.
 *
 * @param bill what the vendor billed, if the export has a column for it
 * @param columns what the export tells of a claim
 * @param open those whose cells are empty, by claim
 * @param faults rows that could not be read, and are left out
 */
record Export(
        List<ExportedLine> lines,
        Optional<Bill> bill,
        List<OpenQuestion> columns,
        Map<SourceId, List<OpenQuestion>> open,
        List<String> faults) {

    InputStream asBatch() {
        String batch = lines.stream()
                .sorted(ExportedLine.BY_TIME)
                .map(line -> line.json() + "\n")
                .collect(Collectors.joining());
        return new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8));
    }

    /** For {@code import}: the exit code. */
    int print(PrintWriter out, PrintWriter err) {
        lines.stream().sorted(ExportedLine.BY_TIME).forEach(line -> out.print(line.json() + "\n"));
        out.flush();
        faults.forEach(err::println);
        err.printf("%,d records, %,d faults%n", lines.size(), faults.size());
        return faults.isEmpty() && !out.checkError() ? 0 : 1;
    }
}
