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

    private List<Booked> replay(List<Received> session) {
        Optional<Claim> first = session.stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .findFirst();
        if (first.isEmpty()) {
            return List.of();
        }
        ContractVersion contract = OfflineAdmission.contract(contracts, first.get())
                .orElseThrow(() -> new IllegalStateException("expected claim "
                        + first.get().identity() + " to be admitted under a contract, but there is none"));
        tally.decided(session.stream().filter(Claim.class::isInstance).count());
        return OfflineBookings.of(new SessionReplay(contract, adjudications.under(contract)).replay(session));
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
