package io.adjudicator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export as another accounting program reads it: hledger balances it and comes to our sums. */
class JournalTextTest {

    private static final CustomerId CUSTOMER = new CustomerId("acme");
    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final Optional<OutcomeType> RESOLUTION = Optional.of(OutcomeType.SUPPORT_RESOLUTION);

    @TempDir
    private Path folder;

    @Test
    void hledgerBalancesEveryKindOfEntry() throws Exception {
        for (List<Entry> entries : List.of(PaperJournals.credits(folder), PaperJournals.money(folder), byHand())) {
            Path journal = written(rows(entries));
            assertThat(hledger("check", "--strict", "-f", journal.toString())).isEmpty();
            assertThat(balances(journal)).isEqualTo(sums(rows(entries)));
        }
    }

    @Test
    void theSamplesHaveEveryKindOfEntryAndEveryAccount() throws IOException {
        List<Entry> all = new ArrayList<>(PaperJournals.credits(folder));
        all.addAll(PaperJournals.money(folder));
        all.addAll(byHand());
        assertThat(all.stream().map(Entry::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(EntryKind.values());
        assertThat(all.stream()
                        .flatMap(entry -> entry.postings().stream())
                        .map(Posting::account)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Account.values());
    }

    @Test
    void writesATransactionForEveryClaimOfAnEntry() throws IOException {
        Entry entry = new Entry(17, CUSTOMER, EntryKind.CHARGED, JULY, "");
        Line line = new Line(Line.Kind.OUTCOME, 1, RESOLUTION, "simple", YearMonth.of(2026, 6), Optional.empty());
        for (long claim = 1; claim <= 2; claim++) {
            Legs legs = new Legs(entry, Optional.of(claim), new ArrayList<>());
            legs.post(Account.RECEIVABLE, Amount.of("0.99", "USD"));
            legs.charge(line, Amount.of("0.99", "USD"));
        }
        String text = text(rows(List.of(entry)));
        assertThat(text.substring(text.indexOf("\n\n") + 1)).isEqualTo("""

                commodity USD
                    format 1000.000000 USD

                account receivable:acme

                account revenue:acme:support-resolution:simple

                2026-07-31 (17) charged  ; claim:oc_1
                    receivable:acme  0.99 USD  ; posting:17.1
                    revenue:acme:support-resolution:simple  -0.99 USD  ; posting:17.2, counts-in:2026-06, contract-version:1, quantity:1

                2026-07-31 (17) charged  ; claim:oc_2
                    receivable:acme  0.99 USD  ; posting:17.3
                    revenue:acme:support-resolution:simple  -0.99 USD  ; posting:17.4, counts-in:2026-06, contract-version:1, quantity:1
                """);
    }

    /** A request's id is the sender's choice. */
    @Test
    void namesCannotAddAnythingToTheJournal() throws Exception {
        String evil =
                "x\n2026-01-01 forged\n    revenue:acme  -5 USD\n    receivable:acme  5 USD\r; claim:oc_9, reverses:1.1 | é  (y) \u2028:z";
        Entry entry = new Entry(1, CUSTOMER, EntryKind.GRANTED, JULY, evil);
        Legs legs = new Legs(entry, Optional.empty(), new ArrayList<>());
        legs.post(Account.ISSUED, Amount.of("100", "nw-credit"));
        legs.post(Account.GRANT, Amount.of("-100", "nw-credit"), 7);
        List<JournalRow> rows = rows(List.of(entry)).stream()
                .map(row -> new JournalRow(
                        row.kind(),
                        row.bookedIn(),
                        row.postedAt(),
                        row.note(),
                        row.posting(),
                        row.grant().map(_ -> evil),
                        Optional.of(evil)))
                .toList();
        Path journal = written(rows);
        assertThat(hledger("check", "--strict", "-f", journal.toString())).isEmpty();
        assertThat(balances(journal)).isEqualTo(sums(rows)).hasSize(2);
        assertThat(hledger("stats", "-f", journal.toString())).contains("Transactions             : 1");
        assertThat(hledger("print", "-f", journal.toString(), "tag:reverses")).isEmpty();
    }

    /** What only a person or the end of a month books. */
    private static List<Entry> byHand() {
        Entry voided = new Entry(1, CUSTOMER, EntryKind.VOIDED, JULY, "top-up of a test");
        Legs legs = new Legs(voided, Optional.empty(), new ArrayList<>());
        legs.post(Account.GRANT, Amount.of("40", "nw-credit"), 7);
        legs.post(Account.VOIDED, Amount.of("-40", "nw-credit"));
        Entry closed = new Entry(2, CUSTOMER, EntryKind.CLOSED, JULY, "end of 2026-07");
        Legs end = new Legs(closed, Optional.empty(), new ArrayList<>());
        for (Line.Kind kind : Line.Kind.values()) {
            end.post(Account.RECEIVABLE, Amount.of("12.345", "USD"));
            end.charge(
                    new Line(kind, 2, Optional.empty(), "platform", JULY, Optional.empty()),
                    Amount.of("12.345", "USD"));
        }
        end.post(Account.RECEIVABLE, Amount.of("-30", "nw-credit"));
        end.post(Account.CONVERSION, Amount.of("30", "nw-credit"));
        end.post(Account.RECEIVABLE, Amount.of("0.005", "USD"));
        end.post(Account.ROUNDING, Amount.of("-0.005", "USD"));
        return List.of(voided.balanced(), closed.balanced());
    }

    private static List<JournalRow> rows(List<Entry> entries) {
        List<JournalRow> rows = new ArrayList<>();
        for (Entry entry : entries) {
            entry.postings().stream()
                    .sorted((one, other) ->
                            Long.compare(one.claim().orElse(0L), other.claim().orElse(0L)))
                    .forEach(posting -> rows.add(new JournalRow(
                            entry.kind(),
                            entry.bookedIn(),
                            Optional.empty(),
                            entry.note(),
                            posting,
                            posting.grant().map(grant -> "grant/" + grant),
                            posting.claim().map(claim -> "oc_" + claim))));
        }
        return rows;
    }

    private static String text(List<JournalRow> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        new JournalText(CUSTOMER, text).write(rows.iterator());
        return text.toString();
    }

    private Path written(List<JournalRow> rows) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "acme", ".journal"), text(rows));
    }

    /** What our postings come to by account and unit, without those that come to nothing. */
    private static Map<String, BigDecimal> sums(List<JournalRow> rows) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JournalRow row : rows) {
            String account = AccountName.of(CUSTOMER, row.posting(), row.grant());
            Amount amount = row.posting().amount();
            sums.merge(account + " " + amount.unit(), amount.number(), BigDecimal::add);
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    private Map<String, BigDecimal> balances(Path journal) throws Exception {
        String csv = hledger("balance", "--flat", "--no-total", "--layout=bare", "-O", "csv", "-f", journal.toString());
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (CSVRecord row : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))) {
            BigDecimal balance = new BigDecimal(row.get("balance"));
            if (balance.signum() != 0) {
                balances.put(row.get("account") + " " + row.get("commodity"), balance.stripTrailingZeros());
            }
        }
        return balances;
    }

    /** What it says; ./adjudicator test installs it. */
    private String hledger(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("hledger"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "hledger", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
