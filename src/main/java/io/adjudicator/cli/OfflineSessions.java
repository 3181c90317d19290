package io.adjudicator.cli;

import io.adjudicator.adjudication.Adjudication;
import io.adjudicator.cli.OfflineBookings.Booked;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.report.ReportLine;
import io.adjudicator.rules.RuleSets;
import java.io.IOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Replays sessions one after the other and keeps the report lines that come of them. */
final class OfflineSessions {

    private record Judged(Digest contract, OutcomeType type) {}

    private final Timeline<ContractVersion> contracts;
    private final RuleSets ruleSets;
    private final OfflineLines lines;
    private final Optional<YearMonth> month;
    private final OfflineTally tally;
    private final Map<Judged, Adjudication> adjudications = new HashMap<>();

    /** @param month only what is booked in it, if one is named */
    OfflineSessions(
            Timeline<ContractVersion> contracts,
            RuleSets ruleSets,
            OfflineLines lines,
            Optional<YearMonth> month,
            OfflineTally tally) {
        this.contracts = contracts;
        this.ruleSets = ruleSets;
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
        return OfflineBookings.of(new OfflineSession(contract, under(contract)).replay(session));
    }

    private Function<OutcomeType, Adjudication> under(ContractVersion contract) {
        return type ->
                adjudications.computeIfAbsent(new Judged(contract.digest(), type), key -> adjudication(contract, type));
    }

    private Adjudication adjudication(ContractVersion contract, OutcomeType type) {
        return contract.terms(type)
                .map(terms -> new Adjudication(contract, terms, ruleSets.of(terms.rules())))
                .orElseThrow(() -> new IllegalStateException(
                        "expected contract " + contract.digest() + " to have terms for " + type + ", but it has none"));
    }

    /** By (occurredAt, source, id) as in the service; where a claim has lines in several months, those in order. */
    private static SortedRecord record(Booked booked) throws IOException {
        ReportLine line = booked.line();
        return new SortedKey()
                .time(line.timestamp())
                .text(line.source())
                .text(line.id())
                .text(booked.month().toString())
                .with(OfflineReportLine.bytes(line));
    }
}
