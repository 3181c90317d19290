package io.adjudicator.intake;

import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A stored identity, the digest of its content, and the name under which it is read. */
record Known(SourceId identity, Digest content, String name) {

    static Known ofRow(ResultSet row, int number) throws SQLException {
        return new Known(identity(row), new Digest(row.getString("content_digest")), row.getString("name"));
    }

    /** The keys of rows that were inserted. */
    static Map<SourceId, Long> keys(ResultSet rows) throws SQLException {
        Map<SourceId, Long> keys = new HashMap<>();
        while (rows.next()) {
            keys.put(identity(rows), rows.getLong("key"));
        }
        return keys;
    }

    private static SourceId identity(ResultSet row) throws SQLException {
        return new SourceId(row.getString("source"), row.getString("id"));
    }
}
