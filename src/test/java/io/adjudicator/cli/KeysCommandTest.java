package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.api.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class KeysCommandTest {

    private final String database = TestPostgres.newEmptyDatabase();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void createsListsAndRevokes() {
        migrate();
        assertThat(run("create", "--role", "customer", "--customer", "acme", "--name", "Acme's finance"))
                .isZero();
        assertThat(out.toString()).matches("adj_[0-9a-f]{12}_[0-9a-f]{64}\n");
        String id = out.toString().substring(4, 16);
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains(id + "  customer       acme").contains("valid  Acme's finance");
        assertThat(run("revoke", id)).isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("revoked 2");
        assertThat(run("revoke", id)).isEqualTo(1);
        assertThat(err.toString()).contains("expected the id of a valid key");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "|", textBlock = """
            # arguments                                   | exit | says
            create --role king --name x                   | 2    | one of service, deal-desk
            create --role customer --customer ACME --name x | 2  | lower-case letters
            create --role customer --name x               | 1    | a customer exactly for the role customer
            create --role service                         | 2    | --name
            revoke 000000000000                           | 1    | a valid key
            """)
    void saysWhatItExpected(String arguments, int exit, String says) {
        migrate();
        assertThat(run(arguments.split(" "))).isEqualTo(exit);
        assertThat(err.toString()).contains(says);
    }

    @Test
    void asksForADatabaseThatTheServiceHasSetUp() {
        assertThat(run("list")).isEqualTo(1);
        assertThat(err.toString()).contains("run serve once");
    }

    private void migrate() {
        Flyway.configure().dataSource(database, "postgres", "postgres").load().migrate();
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("-D", "spring.datasource.url=" + database))
                .toArray(String[]::new);
        return new CommandLine(new KeysCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
