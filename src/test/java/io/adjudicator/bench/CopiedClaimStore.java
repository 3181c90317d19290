package io.adjudicator.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The least that storing claims can cost: COPY into a logged table of the same columns, without keys, indexes or triggers. */
final class CopiedClaimStore {

    private final DataSource database;

    CopiedClaimStore(DataSource database) {
        this.database = database;
    }

    double rowsPerSecond(int rows) throws SQLException, IOException {
        return rows * 1e9 / nanosToCopy(claims(rows));
    }

    /** The claims stored last, in the form that COPY reads. */
    private byte[] claims(int count) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            long copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from claim order by claim_key desc limit 100000) to stdout", rows);
            if (copied != count) {
                throw new IllegalStateException("expected " + count + " claims, but got " + copied);
            }
            return rows.toByteArray();
        }
    }

    /** Into a new table each time, commit included. */
    private long nanosToCopy(byte[] claims) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists copied_claim");
            statement.execute("create table copied_claim (like claim)");
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy copied_claim from stdin", new ByteArrayInputStream(claims));
            return System.nanoTime() - start;
        }
    }
}
