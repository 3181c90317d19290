package io.adjudicator.cli;

import io.adjudicator.adjudication.Adjudications;
import io.adjudicator.adjudication.SessionReplay;
import io.adjudicator.cli.OfflineBookings.Booked;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Received;
import io.adjudicator.report.ReportLine;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.statement.PaperBooks;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Replays sessions one after the other and keeps the report lines that come of them. */
final class OfflineSessions {

    private final Timeline<ContractVersion> contracts;
    private final Adjudications adjudications;
    private final OfflineLines lines;
    private final Optional<YearMonth> month;
    private final OfflineTally tally;

    /** @param month only what is booked in it, if one is named */
    OfflineSessions(
            Timeline<ContractVersion> contracts,
            RuleSets ruleSets,
            OfflineLines lines,
            Optional<YearMonth> month,
            OfflineTally tally) {
        this.contracts = contracts;
        this.adjudications = new Adjudications(ruleSets);
        this.lines = lines;
        this.month = month;
        this.tally = tally;
    }

    void replay(SortedMerge bySession, SortedRecords inReportOrder) throws IOException {
        for (var session = bySession.nextGroup(); !session.isEmpty(); session = bySession.nextGroup()) {
            for (Booked booked : replay(session.stream().map(lines::received).toList())) {
                if (month.isEmpty() || month.get().equals(booked.month())) {
                    inReportOrder.add(record(booked));
                }
            }
        }
    }

    /** Keeps every session that has a claim for booking. */
    void keep(SortedMerge bySession, PaperBooks books) throws IOException {
        for (var session = bySession.nextGroup(); !session.isEmpty(); session = bySession.nextGroup()) {
            List<Received> records = session.stream().map(lines::received).toList();
            contract(records).ifPresent(contract -> books.session(contract, records));
        }
    }

    private List<Booked> replay(List<Received> session) {
        return contract(session)
                .map(contract ->
                        OfflineBookings.of(new SessionReplay(contract, adjudications.under(contract)).replay(session)))
                .orElse(List.of());
    }

    /** Of the session's first claim; absent if it has none. */
    private Optional<ContractVersion> contract(List<Received> session) {
        List<Claim> claims = session.stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .toList();
        tally.decided(claims.size());
        return claims.stream()
                .findFirst()
                .map(first -> OfflineAdmission.contract(contracts, first)
                        .orElseThrow(() -> new IllegalStateException("expected claim " + first.identity()
                                + " to be admitted under a contract, but there is none")));
    }

    /** By (occurredAt, source, id) as in the service; where a claim has lines in several months, those in order. */
    private static SortedRecord record(Booked booked) throws IOException {
        ReportLine line = booked.line();
        return new SortedKey()
                .time(line.timestamp())
                .text(line.source())
                .text(line.id())
                .text(booked.month().toString())
                .with(OfflineReportLine.bytes(booked));
    }
}
