package io.adjudicator.ledger;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.statement.Draft;
import io.adjudicator.statement.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Books by the day of an hour-less calendar, and reads balances off the entries alone. */
final class PaperDesk {

    private record Claimed(ContractVersion contract, Instant occurredAt) {}

    private final Agreement agreement;
    private final PaperLedger ledger;
    private final Map<Integer, Claimed> claims = new HashMap<>();

    PaperDesk(String... versions) {
        this.agreement = Deal.of(versions);
        this.ledger = new PaperLedger(agreement);
    }

    /** A window opens. */
    PaperDesk hold(int claim, String occurredOn) {
        claimed(claim, occurredOn);
        Claimed known = known(claim);
        ledger.book(Deal.hold(claim, known.contract, known.occurredAt));
        return this;
    }

    /** A claim that is decided without a window. */
    PaperDesk claimed(int claim, String occurredOn) {
        Instant at = instant(occurredOn);
        claims.put(claim, new Claimed(Deal.at(agreement, at), at));
        return this;
    }

    /** Books a decision in its claim's month; the tier {@code none} is not billable. */
    PaperDesk decide(int claim, String tier, String asOf) {
        return decide(claim, tier, asOf, Deal.month(known(claim).occurredAt).toString());
    }

    PaperDesk decide(int claim, String tier, String asOf, String bookedIn) {
        Claimed known = known(claim);
        Optional<String> name = Optional.of(tier).filter(one -> !one.equals("none"));
        ledger.book(
                Deal.decision(claim, known.contract, known.occurredAt, name, instant(asOf), YearMonth.parse(bookedIn)));
        return this;
    }

    private Claimed known(int claim) {
        return Optional.ofNullable(claims.get(claim)).orElseThrow();
    }

    PaperDesk advance(String to) {
        ledger.advance(instant(to));
        return this;
    }

    static Instant instant(String day) {
        return Instant.parse(day.length() == 10 ? day + "T00:00:00Z" : day + ":00Z");
    }

    /** What of a grant can be drawn. */
    String left(String source) {
        return balance(source, Set.of(Account.GRANT));
    }

    String held(String source) {
        return balance(source, Set.of(Account.GRANT_HELD));
    }

    String owed(String unit) {
        return sum(Account.RECEIVABLE, unit);
    }

    String sum(Account account, String unit) {
        return plain(ledger.entries().stream()
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account() == account
                        && posting.amount().unit().code().equals(unit))
                .map(posting -> posting.amount().number())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What entries of a kind took from a grant in all. */
    String by(EntryKind kind, String source) {
        long grant = key(source);
        return plain(ledger.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.grant().equals(Optional.of(grant)))
                .map(posting -> posting.amount().number())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private String balance(String source, Set<Account> accounts) {
        long grant = key(source);
        return plain(ledger.entries().stream()
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.grant().equals(Optional.of(grant)) && accounts.contains(posting.account()))
                .map(posting -> posting.amount().number().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private long key(String source) {
        return grants().stream()
                .filter(grant -> grant.grant().source().equals(source))
                .findFirst()
                .orElseThrow()
                .key();
    }

    List<GrantOpening> grants() {
        return ledger.books(YearMonth.parse("2026-01")).grants();
    }

    PaperLedger ledger() {
        return ledger;
    }

    /** The month when it is over. */
    Statement statement(String period) {
        YearMonth month = YearMonth.parse(period);
        ledger.advance(Deal.end(month));
        return Draft.of(
                agreement, agreement.governing(month).orElseThrow(), month, ledger.books(month), BigDecimal.ZERO);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
