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

class AccountCommandTest {

    private final String database = TestPostgres.newEmptyDatabase();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void addsListsAndDisables() {
        migrate();
        assertThat(run("add", "ann", "--role", "customer", "--customer", "acme", "--display-name", "Ann"))
                .isZero();
        assertThat(out.toString()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}\n");
        assertThat(run("add", "rhea@vendor.example", "--role", "reviewer", "--single-sign-on"))
                .isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .containsPattern("ann +customer +acme .* password +in use +Ann")
                .containsPattern("rhea@vendor.example +reviewer .* single sign-on +in use");
        assertThat(run("password", "ann", "--password=another long one")).isZero();
        assertThat(run("disable", "ann")).isZero();
        assertThat(run("disable", "ann")).isEqualTo(1);
        assertThat(err.toString()).contains("expected the name of an account in use");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "|", textBlock = """
            # arguments                                    | exit | says
            add ann --role king                            | 2    | one of deal-desk
            add ann --role service                         | 1    | a product comes with a key
            add ann --role customer --customer ACME        | 2    | lower-case letters
            add Ann --role auditor                         | 1    | lower-case letters
            add ann --role auditor --password=short        | 1    | at least 12 characters
            password nobody --password=long-enough-for-it  | 1    | an account in use
            """)
    void saysWhatItExpected(String arguments, int exit, String says) {
        migrate();
        assertThat(run(arguments.split(" "))).isEqualTo(exit);
        assertThat(err.toString()).contains(says);
    }

    private void migrate() {
        Flyway.configure().dataSource(database, "postgres", "postgres").load().migrate();
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("-D", "spring.datasource.url=" + database))
                .toArray(String[]::new);
        return new CommandLine(new AccountCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
