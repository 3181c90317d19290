package io.adjudicator.report;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Register;
import io.adjudicator.intake.StoredClaim;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Members;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.Unit;
import io.adjudicator.report.ReportLine.Entry;
import io.adjudicator.report.ReportStore.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a customer's usage report of one billing month, line by line, from one consistent picture of the database. */
@Service
public class UsageReports {

    private static final int LINES_AT_ONCE = 1_000;

    private final ReportStore store;
    private final Register register;
    private final Contracts contracts;

    UsageReports(ReportStore store, Register register, Contracts contracts) {
        this.store = store;
        this.register = register;
        this.contracts = contracts;
    }

    /** The contract whose zone bounds the month and whose unit an open line has. */
    private ContractVersion contract(CustomerId customer, YearMonth month) {
        contracts.refresh();
        if (!contracts.knows(customer)) {
            throw new Refused(
                    Refused.Kind.NOT_FOUND,
                    "unknown_customer",
                    "/customer",
                    "customer \"" + customer + "\" has no published contract");
        }
        List<ContractVersion> versions = contracts.versions(customer).stream()
                .map(version -> contracts.byDigest(version.digest()))
                .toList();
        return versions.stream()
                .filter(version -> version.effective().overlaps(Period.ofMonth(month, version.zone())))
                .findFirst()
                .orElse(versions.getLast());
    }

    /** Lines in the order of occurredAt, source and id. Refused if the customer is not known. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(CustomerId customer, YearMonth month, ReportSink sink) {
        ContractVersion contract = contract(customer, month);
        try (Stream<Row> rows = store.rows(customer, month, Period.ofMonth(month, contract.zone()))) {
            Iterator<Row> next = rows.iterator();
            while (next.hasNext()) {
                writePage(page(next), contract.unit(), sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> page(Iterator<Row> rows) {
        List<Row> page = new ArrayList<>();
        while (rows.hasNext() && page.size() < LINES_AT_ONCE) {
            page.add(rows.next());
        }
        return page;
    }

    private void writePage(List<Row> page, Unit unit, ReportSink sink) throws IOException {
        Map<Long, StoredClaim> claims = register
                .claims(page.stream().map(Row::claimKey).toList())
                .stream()
                .collect(Collectors.toMap(StoredClaim::claimKey, Function.identity()));
        for (Row row : page) {
            sink.line(
                    line(row, Objects.requireNonNull(claims.get(row.claimKey())).claim(), unit));
        }
    }

    private static ReportLine line(Row row, Claim claim, Unit unit) {
        if (row.document().isEmpty()) {
            return ReportLine.pending(claim, row.openUntil().orElseThrow(), unit);
        }
        Members document = Members.parse(row.document().get());
        Entry entry = row.firstNumber().orElseThrow() == 1 ? Entry.OUTCOME : Entry.ADJUSTMENT;
        return ReportLine.decided(claim, document, entry, new Amount(row.charged(), new Unit(document.text("unit"))));
    }
}
