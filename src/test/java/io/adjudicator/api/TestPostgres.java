package io.adjudicator.api;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One real PostgreSQL for all tests of this Java, with a database for each who asks. */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** The JDBC address of a new database with the project's schema and nothing in it. */
    public static String newDatabase() {
        return create(" template " + Server.WITH_SCHEMA);
    }

    /** The JDBC address of a new database that nobody has set up. */
    public static String newEmptyDatabase() {
        return create("");
    }

    private static String create(String as) {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + as);
        } catch (SQLException e) {
            throw new IllegalStateException("expected a new database, but could not create " + name, e);
        }
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    private static final class Server {

        /** Set up once, and copied for each who asks. */
        static final String WITH_SCHEMA = "with_schema";

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create database " + WITH_SCHEMA);
                }
                Flyway.configure()
                        .dataSource(server.getDatabase("postgres", WITH_SCHEMA))
                        .load()
                        .migrate();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException("expected a database to copy, but could not set it up", e);
            }
        }
    }
}
