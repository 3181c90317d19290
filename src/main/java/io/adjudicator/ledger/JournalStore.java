package io.adjudicator.ledger;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.kernel.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of entries and postings. */
@Repository
class JournalStore {

    /** Keys fetched at once; a transaction seldom makes more entries. */
    private static final int KEYS = 16;

    /** Postings fetched at once in an export. */
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String ROWS = """
            select entry_key, number, kind, booked_in, posted_at, note, posting.account, posting.unit, amount, grant_key,
              credit_grant.source as grant_source, claim_key, claim.source as claim_source, claim.id as claim_id,
              line_kind, contract_version, posting.outcome_type, line, counts_in, free, quantity, reverses_entry,
              reverses_number
            from journal_entry
            join posting using (entry_key)
            left join credit_grant using (grant_key)
            left join claim using (claim_key)
            """;

    private final JdbcClient jdbc;

    JournalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hands out unused keys of entries. */
    LongSupplier keys() {
        Deque<Long> keys = new ArrayDeque<>();
        return () -> {
            if (keys.isEmpty()) {
                keys.addAll(jdbc.sql("select nextval('journal_entry_key') from generate_series(1, :count)")
                        .param("count", KEYS)
                        .query(Long.class)
                        .list());
            }
            return keys.removeFirst();
        };
    }

    void insert(List<Entry> entries, Instant postedAt) {
        jdbc.sql("""
                        insert into journal_entry (entry_key, customer, kind, booked_in, posted_at, note)
                        select entry_key, customer, kind, booked_in, :postedAt, note
                        from unnest(cast(:keys as bigint[]), cast(:customers as text[]), cast(:kinds as text[]),
                          cast(:bookedIn as date[]), cast(:notes as text[]))
                          as entry (entry_key, customer, kind, booked_in, note)
                        """)
                .param("postedAt", Timestamp.from(postedAt))
                .param("keys", entries.stream().mapToLong(Entry::key).toArray())
                .param(
                        "customers",
                        Columns.texts(entries, entry -> entry.customer().value()))
                .param("kinds", Columns.texts(entries, entry -> entry.kind().name()))
                .param("bookedIn", Columns.texts(entries, entry -> day(entry.bookedIn())))
                .param("notes", Columns.texts(entries, Entry::note))
                .update();
        insertPostings(
                entries.stream().flatMap(entry -> entry.postings().stream()).toList());
    }

    private void insertPostings(List<Posting> postings) {
        jdbc.sql("""
                        insert into posting (entry_key, number, account, unit, amount, grant_key, claim_key, line_kind,
                          contract_version, outcome_type, line, counts_in, free, quantity, reverses_entry, reverses_number)
                        select * from unnest(cast(:entries as bigint[]), cast(:numbers as integer[]), cast(:accounts as text[]),
                          cast(:units as text[]), cast(:amounts as numeric[]), cast(:grants as bigint[]),
                          cast(:claims as bigint[]), cast(:lineKinds as text[]), cast(:versions as integer[]),
                          cast(:types as text[]), cast(:lines as text[]), cast(:countsIn as date[]), cast(:free as text[]),
                          cast(:quantities as smallint[]), cast(:reversedEntries as bigint[]),
                          cast(:reversedNumbers as integer[]))
                        """)
                .param(
                        "entries",
                        postings.stream()
                                .mapToLong(posting -> posting.id().entry())
                                .toArray())
                .param(
                        "numbers",
                        postings.stream()
                                .mapToInt(posting -> posting.id().number())
                                .toArray())
                .param(
                        "accounts",
                        Columns.texts(postings, posting -> posting.account().name()))
                .param(
                        "units",
                        Columns.texts(
                                postings, posting -> posting.amount().unit().code()))
                .param(
                        "amounts",
                        Columns.texts(
                                postings, posting -> posting.amount().number().toPlainString()))
                .param("grants", Columns.texts(postings, posting -> text(posting.grant())))
                .param("claims", Columns.texts(postings, posting -> text(posting.claim())))
                .param("lineKinds", lines(postings, line -> line.kind().name()))
                .param("versions", lines(postings, line -> Integer.toString(line.contractVersion())))
                .param("types", lines(postings, line -> text(line.outcomeType())))
                .param("lines", lines(postings, Line::name))
                .param("countsIn", lines(postings, line -> day(line.countsIn())))
                .param("free", lines(postings, line -> text(line.free())))
                .param(
                        "quantities",
                        postings.stream().mapToInt(Posting::quantity).toArray())
                .param(
                        "reversedEntries",
                        Columns.texts(
                                postings, posting -> text(posting.reverses().map(Posting.Id::entry))))
                .param(
                        "reversedNumbers",
                        Columns.texts(
                                postings, posting -> text(posting.reverses().map(Posting.Id::number))))
                .update();
    }

    /** A customer's postings of these months; a claim's of an entry stand together. A cursor: read it inside a transaction and close it. */
    Stream<JournalRow> rows(CustomerId customer, Optional<YearMonth> from, Optional<YearMonth> to) {
        return jdbc
                .sql(ROWS + """
                        where journal_entry.customer = :customer
                          and booked_in >= coalesce(cast(:from as date), '-infinity')
                          and booked_in <= coalesce(cast(:to as date), 'infinity')
                        order by entry_key, claim_key nulls first, number
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .param("customer", customer.value())
                .param("from", from.map(JournalStore::day).orElse(null))
                .param("to", to.map(JournalStore::day).orElse(null))
                .query(JournalStore::row)
                .stream();
    }

    /** A claim's postings, in the order in which they were booked. */
    List<JournalRow> rows(long claim) {
        return jdbc.sql(ROWS + """
                        where claim_key = :claim
                        order by entry_key, number
                        """)
                .param("claim", claim)
                .query(JournalStore::row)
                .list();
    }

    private static JournalRow row(ResultSet row, int number) throws SQLException {
        Long reversed = row.getObject("reverses_entry", Long.class);
        String claimSource = row.getString("claim_source");
        return new JournalRow(
                EntryKind.valueOf(row.getString("kind")),
                YearMonth.from(row.getDate("booked_in").toLocalDate()),
                Optional.of(row.getTimestamp("posted_at").toInstant()),
                row.getString("note"),
                new Posting(
                        new Posting.Id(row.getLong("entry_key"), row.getInt("number")),
                        Account.valueOf(row.getString("account")),
                        new Amount(row.getBigDecimal("amount"), new Unit(row.getString("unit"))),
                        Optional.ofNullable(row.getObject("grant_key", Long.class)),
                        Optional.ofNullable(row.getObject("claim_key", Long.class)),
                        line(row),
                        row.getInt("quantity"),
                        reversed == null
                                ? Optional.empty()
                                : Optional.of(new Posting.Id(reversed, row.getInt("reverses_number")))),
                Optional.ofNullable(row.getString("grant_source")),
                claimSource == null
                        ? Optional.empty()
                        : Optional.of(new SourceId(claimSource, row.getString("claim_id")).derived("oc")));
    }

    private record OfClaim(long claim, Standing standing) {}

    /** What stands of these claims: holds and charges that nothing has reversed, in the order in which they were posted. */
    Map<Long, List<Standing>> standing(Collection<Long> claims) {
        return jdbc
                .sql("""
                        select entry_key, number, kind, account, unit, amount, grant_key, claim_key, line_kind, contract_version,
                          outcome_type, line, counts_in, free, quantity
                        from posting
                        join journal_entry using (entry_key)
                        where claim_key = any (:claims)
                          and kind in ('HELD', 'CHARGED')
                          and not exists (
                            select from posting later
                            where later.reverses_entry = posting.entry_key and later.reverses_number = posting.number)
                        order by entry_key, number
                        """)
                .param("claims", claims.toArray(Long[]::new))
                .query((row, number) -> new OfClaim(row.getLong("claim_key"), standing(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfClaim::claim, Collectors.mapping(OfClaim::standing, Collectors.toList())));
    }

    private record ChargedRow(long claim, Amount amount) {}

    /** What free outcomes would have cost is revenue that nobody owes. */
    Map<Long, Amount> charged(Collection<Long> claims) {
        return jdbc
                .sql("""
                        select claim_key, unit, - sum(amount) as charged
                        from posting
                        where claim_key = any (:claims) and account in ('REVENUE', 'FREE')
                        group by claim_key, unit
                        """)
                .param("claims", claims.toArray(Long[]::new))
                .query((row, number) -> new ChargedRow(
                        row.getLong("claim_key"),
                        new Amount(row.getBigDecimal("charged"), new Unit(row.getString("unit")))))
                .list()
                .stream()
                .collect(Collectors.toMap(ChargedRow::claim, ChargedRow::amount));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                EntryKind.valueOf(row.getString("kind")),
                new Posting(
                        new Posting.Id(row.getLong("entry_key"), row.getInt("number")),
                        Account.valueOf(row.getString("account")),
                        new Amount(row.getBigDecimal("amount"), new Unit(row.getString("unit"))),
                        Optional.ofNullable(row.getObject("grant_key", Long.class)),
                        Optional.of(row.getLong("claim_key")),
                        line(row),
                        row.getInt("quantity"),
                        Optional.empty()));
    }

    static Optional<Line> line(ResultSet row) throws SQLException {
        String name = row.getString("line");
        return name == null
                ? Optional.empty()
                : Optional.of(new Line(
                        Line.Kind.valueOf(row.getString("line_kind")),
                        row.getInt("contract_version"),
                        Optional.ofNullable(row.getString("outcome_type")).map(OutcomeType::new),
                        name,
                        YearMonth.from(row.getDate("counts_in").toLocalDate()),
                        Optional.ofNullable(row.getString("free"))));
    }

    static String day(YearMonth month) {
        return month.atDay(1).toString();
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    private static @Nullable String[] lines(List<Posting> postings, Function<Line, @Nullable String> value) {
        return Columns.texts(postings, posting -> posting.line().map(value).orElse(null));
    }
}
