package io.adjudicator.ledger;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.statement.Draft;
import io.adjudicator.statement.Statement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What happens to many claims of January and February 2026. */
record History(Agreement agreement, List<List<Event>> claims) {

    static final List<YearMonth> MONTHS =
            List.of(YearMonth.parse("2026-01"), YearMonth.parse("2026-02"), YearMonth.parse("2026-03"));

    /** One booking. */
    record Event(Instant at, long claim, Optional<Hold> hold, Optional<Charge> charge) {

        void book(PaperLedger ledger) {
            ledger.book(booked());
        }

        Booked booked() {
            return hold.<Booked>map(one -> one).or(() -> charge).orElseThrow();
        }
    }

    /** Which claims are held, how they are decided and corrected. */
    record Habits(boolean windows, boolean corrected, boolean bookedLater, int instants) {}

    static History of(Agreement agreement, Random random, Habits habits) {
        List<List<Event>> claims = new ArrayList<>();
        for (long claim = 1 + random.nextInt(40); claim > 0; claim--) {
            claims.add(life(claim, agreement, random, habits));
        }
        return new History(agreement, claims);
    }

    private static List<Event> life(long claim, Agreement agreement, Random random, Habits habits) {
        List<Event> events = new ArrayList<>();
        Duration step = Duration.ofDays(50).dividedBy(habits.instants());
        Instant occurredAt =
                Instant.parse("2026-01-02T12:00:00Z").plus(step.multipliedBy(random.nextInt(habits.instants())));
        ContractVersion contract = Deal.at(agreement, occurredAt);
        Instant at = occurredAt;
        if (habits.windows() && random.nextInt(3) > 0) {
            events.add(new Event(at, claim, Optional.of(Deal.hold(claim, contract, occurredAt)), Optional.empty()));
            at = at.plus(Duration.ofHours(1 + random.nextInt(72)));
        }
        YearMonth claimed = Deal.month(occurredAt);
        events.add(decided(claim, contract, occurredAt, random, at, claimed));
        while (habits.corrected() && random.nextInt(3) == 0) {
            at = at.plus(Duration.ofHours(random.nextInt(400)));
            YearMonth booked = habits.bookedLater() && random.nextBoolean() ? Deal.month(at) : claimed;
            events.add(decided(claim, contract, occurredAt, random, at, booked));
        }
        return events;
    }

    private static Event decided(
            long claim, ContractVersion contract, Instant occurredAt, Random random, Instant asOf, YearMonth booked) {
        Optional<String> tier = List.of(Optional.of("simple"), Optional.of("complex"), Optional.<String>empty())
                .get(random.nextInt(3));
        return new Event(
                asOf,
                claim,
                Optional.empty(),
                Optional.of(Deal.decision(claim, contract, occurredAt, tier, asOf, booked)));
    }

    /** In the order of time; what happens at the same instant in any order, but for each claim in its own. */
    List<Event> inTime(Random random) {
        List<Event> events = interleaved(random);
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    /** In any order that keeps each claim's own. */
    List<Event> interleaved(Random random) {
        List<List<Event>> rest = new ArrayList<>();
        claims.forEach(claim -> rest.add(new ArrayList<>(claim)));
        List<Event> events = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<Event> claim = rest.get(random.nextInt(rest.size()));
            events.add(claim.removeFirst());
            rest.removeIf(List::isEmpty);
        }
        return events;
    }

    PaperLedger book(List<Event> events) {
        PaperLedger ledger = new PaperLedger(agreement);
        events.forEach(event -> event.book(ledger));
        return ledger;
    }

    /** All in one transaction. */
    PaperLedger bookTogether(List<Event> events) {
        PaperLedger ledger = new PaperLedger(agreement);
        ledger.book(events.stream().map(Event::booked).toList());
        return ledger;
    }

    List<Statement> statements(PaperLedger ledger) {
        ledger.advance(Deal.end(MONTHS.getLast()));
        return MONTHS.stream()
                .map(month -> Draft.of(
                        agreement,
                        agreement.governing(month).orElseThrow(),
                        month,
                        ledger.books(month),
                        BigDecimal.ZERO))
                .toList();
    }
}
