package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Tree;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.statement.PaperBooks;
import io.adjudicator.statement.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lives through the outcomes of an agreed month on paper, in event time, and drafts the statement. */
final class StatementTrial {

    private final Agreement agreement;
    private final YearMonth period;
    private final PaperBooks books;
    private final CaseFaults faults;
    private long claims;

    StatementTrial(Agreement agreement, YearMonth period, RuleSets ruleSets, CaseFaults faults) {
        this.agreement = agreement;
        this.period = period;
        this.books = new PaperBooks(agreement, ruleSets);
        this.faults = faults;
    }

    /** Takes a row of outcomes: so many like this, one after the other. */
    void claimed(Tree row) {
        ContractVersion governing = agreement.governing(period).orElseThrow();
        Instant first = faults.instant(row.child("claim"), "occurred_at").orElseGet(() -> firstNoon(governing));
        Duration every = faults.duration(row, "every").orElse(Duration.ofMinutes(1));
        for (int i = 0; i < row.integer("count").orElse(1); i++) {
            Instant at = first.plus(every.multipliedBy(i));
            Optional<ContractVersion> contract = agreement.inForceAt(at);
            if (contract.isEmpty()) {
                faults.add("bad_value", row.pointer(), "expected a contract in force at " + at + ", but there is none");
                return;
            }
            one(contract.get(), row, at);
        }
    }

    private Instant firstNoon(ContractVersion governing) {
        Instant from = Period.ofMonth(period, governing.zone()).from();
        Instant begun = governing.effective().from();
        return (from.isBefore(begun) ? begun : from).plus(Duration.ofHours(12));
    }

    private void one(ContractVersion contract, Tree row, Instant at) {
        long key = ++claims;
        String session = "session-" + key;
        Optional<Claim> template = new CaseClaims(contract, row, faults).claimAt(at);
        if (template.isEmpty() || !faults.found().isEmpty()) {
            return;
        }
        Claim claim = template.get().in(session, new SourceId(AgreedStatements.NAME, session));
        List<Received> records = new ArrayList<>(List.of(claim));
        for (Evidence evidence : new CaseReader(contract, row, faults).evidence(at)) {
            records.add(
                    evidence.in(session, claim.identity(), evidence.identity().id() + "/" + key));
        }
        records.sort(Comparator.comparing(Received::occurredAt));
        books.session(contract, records);
    }

    Statement statement() {
        return books.statement(period);
    }
}
