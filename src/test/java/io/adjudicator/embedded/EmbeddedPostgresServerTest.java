package io.adjudicator.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresServerTest {

    private static final Duration BOUND = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    @Test
    void keepsWhatWasCommittedAcrossRestartsAndPorts() {
        try (var data = DataDirectory.open(directory)) {
            try (var server = start(data)) {
                sql(server, "create table kept (word text)");
                sql(server, "insert into kept values ('durable')");
            }
            try (var server = start(data)) {
                assertThat(value(server, "select word from kept")).isEqualTo("durable");
            }
        }
    }

    @Test
    void isDurableAndTheSameOnEveryMachine() {
        try (var data = DataDirectory.open(directory);
                var server = start(data)) {
            assertThat(value(server, "show fsync")).isEqualTo("on");
            assertThat(value(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(server, "show full_page_writes")).isEqualTo("on");
            assertThat(value(server, "select datlocale from pg_database where datname = current_database()"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void asksForThePassword() {
        try (var data = DataDirectory.open(directory);
                var server = start(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void comesBackOnTheSamePortWhenKilled() {
        try (var data = DataDirectory.open(directory);
                var server = start(data)) {
            sql(server, "create table kept (word text)");
            sql(server, "insert into kept values ('durable')");
            long killed = server.pid();

            Commands.run("kill", "-KILL", Long.toString(killed));

            assertThat(Await.until(BOUND, () -> answers(server))).isTrue();
            assertThat(server.pid()).isNotEqualTo(killed);
            assertThat(value(server, "select word from kept")).isEqualTo("durable");
        }
    }

    @Test
    void startsOverTheProcessIdOfSomebodyElse() throws IOException {
        try (var data = DataDirectory.open(directory)) {
            start(data).close();
            Files.writeString(
                    directory.resolve("postgres/postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + directory.resolve("postgres") + "\n");
            try (var server = start(data)) {
                assertThat(value(server, "select 'up'")).isEqualTo("up");
            }
        }
    }

    @Test
    void setsAHalfMadeClusterAside() throws IOException {
        Path halfMade = Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(halfMade.resolve("postgresql.conf"), "");
        try (var data = DataDirectory.open(directory);
                var server = start(data)) {
            assertThat(value(server, "select 'up'")).isEqualTo("up");
            assertThat(directory.resolve("postgres.unfinished/postgresql.conf")).exists();
        }
    }

    @Test
    void letsOnlyOneInstanceUseADataDirectory() {
        try (var _ = DataDirectory.open(directory)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> DataDirectory.open(directory))
                    .withMessageContaining("another instance uses it");
        }
    }

    private static EmbeddedPostgresServer start(DataDirectory data) {
        return EmbeddedPostgresServer.start(
                data, TestCache.PATH, FreePorts.take(1).getFirst());
    }

    private static boolean answers(EmbeddedPostgresServer server) {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password())) {
            return connection.isValid(5);
        } catch (SQLException away) {
            return false;
        }
    }

    private static void sql(EmbeddedPostgresServer server, String statement) {
        client(server).sql(statement).update();
    }

    private static String value(EmbeddedPostgresServer server, String query) {
        return client(server).sql(query).query(String.class).single();
    }

    private static JdbcClient client(EmbeddedPostgresServer server) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), "postgres", server.password()));
    }
}
