package io.adjudicator.cli;

import io.adjudicator.adjudication.Adjudication;
import io.adjudicator.adjudication.Adjudications;
import io.adjudicator.adjudication.Issued;
import io.adjudicator.adjudication.SessionReplay;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.intake.RecordReader;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.recount.Decided;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.rules.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The decisions that stand when every window has run to its end, by the code that decides in production. In memory: what one vendor bills
 * in a month fits.
 */
final class RecountDecisions {

    private static final long HELD = 16 << 20;

    private final Timeline<ContractVersion> contracts;
    private final Adjudications adjudications;
    private final OfflineLines lines;
    private final OfflineAdmission admission;
    private final OfflineTally tally;

    RecountDecisions(Timeline<ContractVersion> contracts, RuleSets ruleSets, CustomerId recordsOf, OfflineTally tally) {
        this.contracts = contracts;
        this.adjudications = new Adjudications(ruleSets);
        this.lines =
                new OfflineLines(RecordReader.of(Vocabulary.ofThisRelease(), InstantSource.system()), recordsOf, tally);
        this.admission = new OfflineAdmission(contracts);
        this.tally = tally;
    }

    /** One for each claim. */
    List<Decided> of(InputStream records) throws IOException {
        List<Decided> standing = new ArrayList<>();
        sessions(records).values().forEach(session -> standing.addAll(standing(session)));
        return standing;
    }

    private Map<String, List<Received>> sessions(InputStream records) throws IOException {
        Map<String, List<Received>> sessions = new LinkedHashMap<>();
        try (EventTimeScratch scratch = new EventTimeScratch()) {
            SortedRecords byTime = new SortedRecords(scratch, HELD);
            lines.read(records, byTime);
            try (SortedMerge inEventTime = byTime.sorted()) {
                for (var next = inEventTime.next(); next.isPresent(); next = inEventTime.next()) {
                    Received record = lines.received(next.get());
                    if (admitted(record, next.get().number())) {
                        sessions.computeIfAbsent(record.session(), name -> new ArrayList<>())
                                .add(record);
                    }
                }
            }
        }
        return sessions;
    }

    private boolean admitted(Received record, long line) {
        return switch (admission.receive(record)) {
            case Receipt.Accepted accepted -> {
                tally.accepted();
                yield true;
            }
            case Receipt.Duplicate duplicate -> {
                tally.repeated();
                yield false;
            }
            case Receipt.Rejected rejected -> {
                tally.rejected(line, rejected.faults());
                yield false;
            }
        };
    }

    private List<Decided> standing(List<Received> session) {
        return session.stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .findFirst()
                .flatMap(first -> OfflineAdmission.contract(contracts, first))
                .map(contract -> standing(session, adjudications.under(contract), contract))
                .orElse(List.of());
    }

    private static List<Decided> standing(
            List<Received> session, Function<OutcomeType, Adjudication> under, ContractVersion contract) {
        Map<SourceId, Decided> last = new LinkedHashMap<>();
        for (Issued issued : new SessionReplay(contract, under).replay(session)) {
            Claim claim = issued.claim();
            YearMonth month = under.apply(claim.outcomeType()).month(claim.occurredAt());
            last.put(claim.identity(), new Decided(issued.decision(), month));
        }
        return List.copyOf(last.values());
    }
}
