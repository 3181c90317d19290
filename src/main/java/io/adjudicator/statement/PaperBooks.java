package io.adjudicator.statement;

import io.adjudicator.adjudication.Adjudication;
import io.adjudicator.adjudication.Adjudications;
import io.adjudicator.adjudication.Issued;
import io.adjudicator.adjudication.SessionReplay;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.ledger.Booked;
import io.adjudicator.ledger.Hold;
import io.adjudicator.ledger.PaperLedger;
import io.adjudicator.rules.RuleSets;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One customer's books on paper: sessions are decided, booked in event time and drafted as statements by the code of the service, without a
 * database. No month is ever closed here, so a correction stands where the contract puts it. Holds all sessions in memory.
 */
public final class PaperBooks {

    private final Agreement agreement;
    private final Adjudications adjudications;
    private final List<Booked> happened = new ArrayList<>();
    private long claims;

    public PaperBooks(Agreement agreement, RuleSets ruleSets) {
        this.agreement = agreement;
        this.adjudications = new Adjudications(ruleSets);
    }

    /** Decides everything that happened in one session, whose records are in event time, and keeps it for booking. */
    public void session(ContractVersion contract, List<Received> records) {
        Function<OutcomeType, Adjudication> under = adjudications.under(contract);
        Map<SourceId, List<Issued>> byClaim = new LinkedHashMap<>();
        for (Issued one : new SessionReplay(contract, under).replay(records)) {
            byClaim.computeIfAbsent(one.claim().identity(), _ -> new ArrayList<>())
                    .add(one);
        }
        byClaim.values().forEach(issued -> book(contract, under, issued));
    }

    private void book(ContractVersion contract, Function<OutcomeType, Adjudication> under, List<Issued> issued) {
        long key = ++claims;
        Claim claim = issued.getFirst().claim();
        boolean waited =
                issued.stream().noneMatch(one -> !one.decision().file().asOf().isAfter(claim.occurredAt()));
        if (waited) {
            Adjudication adjudication = under.apply(claim.outcomeType());
            happened.add(new Hold(
                    key,
                    claim.outcomeId(),
                    contract,
                    claim.occurredAt(),
                    adjudication.highest(claim),
                    adjudication.month(claim.occurredAt())));
        }
        issued.forEach(one -> happened.add(one.charge(key, contract)));
    }

    /** What the month comes to. Only for a month of the agreement. */
    public Statement statement(YearMonth period) {
        PaperLedger ledger = new PaperLedger(agreement);
        ledger.book(happened);
        ledger.advance(Period.ofMonth(period, stating(period).zone()).to());
        return draft(ledger, period, earlierInYear(ledger, period));
    }

    private Statement draft(PaperLedger ledger, YearMonth month, BigDecimal earlierInYear) {
        return Draft.of(agreement, stating(month), month, ledger.books(month), earlierInYear);
    }

    private BigDecimal earlierInYear(PaperLedger ledger, YearMonth month) {
        return Agreement.earlierInYear(stating(month), month).stream()
                .map(earlier -> draft(ledger, earlier, BigDecimal.ZERO).outcomes())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ContractVersion stating(YearMonth month) {
        return agreement
                .stating(month)
                .orElseThrow(
                        () -> new IllegalStateException("expected a contract in " + month + ", but there is none"));
    }
}
