package io.adjudicator.cli;

import io.adjudicator.adjudication.Adjudications;
import io.adjudicator.adjudication.Decision;
import io.adjudicator.adjudication.Issued;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.intake.RecordReader;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.rules.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    List<Decision> of(InputStream records) throws IOException {
        List<Decision> standing = new ArrayList<>();
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

    private List<Decision> standing(List<Received> session) {
        Map<SourceId, Decision> last = new LinkedHashMap<>();
        session.stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .findFirst()
                .flatMap(first -> OfflineAdmission.contract(contracts, first))
                .map(contract -> new OfflineSession(contract, adjudications.under(contract)).replay(session))
                .orElse(List.of())
                .forEach((Issued issued) -> last.put(issued.claim().identity(), issued.decision()));
        return List.copyOf(last.values());
    }
}
