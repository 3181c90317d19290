package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.api.TestPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

class JournalCommandTest {

    private static final int GRANTS = 2_500;

    private final String database = TestPostgres.newEmptyDatabase();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    /** More than are fetched at once. */
    @Test
    void writesEveryPostingToAFile() throws IOException {
        book();
        Path file = folder.resolve("acme.journal");
        assertThat(run("--customer", "acme", "--out", file.toString())).isZero();
        assertThat(Files.readString(file).lines().filter(line -> line.startsWith("2026-07-31 (")))
                .hasSize(GRANTS);
        assertThat(Files.readString(file))
                .contains(
                        "2026-07-31 (1) granted top-up 1  ; posted:2026-07-05T00:00:00Z\n    issued:acme  1 \"acme-credit\"")
                .contains("    grants:acme:top-up/" + GRANTS + "  -1 \"acme-credit\"");
    }

    @Test
    void writesNothingOfOthersOrOfOtherMonths() {
        book();
        assertThat(run("--customer", "globex")).isZero();
        assertThat(run("--customer", "acme", "--to", "2026-06")).isZero();
        assertThat(out.toString())
                .contains("; Journal of globex", "; Journal of acme")
                .doesNotContain("granted");
    }

    @Test
    void saysWhatItExpected() {
        assertThat(run("--customer", "ACME")).isEqualTo(2);
        assertThat(run("--customer", "acme", "--from", "July")).isEqualTo(2);
        assertThat(err.toString()).contains("lower-case letters", "--from");
        assertThat(run("--customer", "acme")).isEqualTo(1);
        assertThat(err.toString()).contains("run serve once");
    }

    private void book() {
        Flyway.configure().dataSource(database, "postgres", "postgres").load().migrate();
        JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"))
                .sql("""
                        with granted as (
                          insert into credit_grant (customer, source, category, unit, priority, valid_from, created_at)
                          select 'acme', 'top-up/' || n, 'top_up', 'acme-credit', 1, '2026-07-01Z', '2026-07-01Z'
                          from generate_series(1, %1$d) as n
                          returning grant_key),
                        entered as (
                          insert into journal_entry (entry_key, customer, kind, booked_in, posted_at, note)
                          select n, 'acme', 'GRANTED', '2026-07-01', '2026-07-05Z', 'top-up ' || n
                          from generate_series(1, %1$d) as n)
                        insert into posting (entry_key, number, account, unit, amount, grant_key, quantity)
                        select grant_key, 1, 'ISSUED', 'acme-credit', 1, null, 0 from granted
                        union all
                        select grant_key, 2, 'GRANT', 'acme-credit', -1, grant_key, 0 from granted
                        """.formatted(GRANTS))
                .update();
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("-D", "spring.datasource.url=" + database))
                .toArray(String[]::new);
        return new CommandLine(new JournalCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
