package io.adjudicator.contract;

import io.adjudicator.api.TestPostgres;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own with the project's schema, empty. */
public final class TestDatabase {

    public static final Instant NOW = Instant.parse("2026-07-02T00:00:00Z");

    private final DataSource dataSource = newDatabase();

    public TestDatabase() {}

    private static DataSource newDatabase() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPostgres.newDatabase());
        return database;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** A replica's own view of the contracts in this database. */
    public Contracts replica() {
        return new Contracts(new ContractStore(jdbc()), transactions(), InstantSource.fixed(NOW));
    }
}
