package io.adjudicator.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** Stored claims in the form that COPY reads. */
    byte[] claims(int count) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy claim to stdout", rows);
            if (rows.toString(StandardCharsets.UTF_8).lines().count() != count) {
                throw new IllegalStateException("expected " + count + " claims, but got others");
            }
            return rows.toByteArray();
        }
    }

    /** Into a new table each time, commit included. */
    long nanosToCopy(byte[] claims) throws SQLException, IOException {
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
