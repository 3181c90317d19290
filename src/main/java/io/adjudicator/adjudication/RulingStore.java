package io.adjudicator.adjudication;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.Members;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of rulings. */
@Repository
class RulingStore {

    private final JdbcClient jdbc;

    RulingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ruling to be stored, with the keys of its claim and session. */
    record Row(long claimKey, long sessionKey, Ruling ruling) {}

    /** Stores those whose id is new. */
    void insert(List<Row> rows) {
        jdbc.sql("""
                        insert into ruling (id, claim_key, session_key, ruled_by, document)
                        select id, claim_key, session_key, ruled_by, document
                        from unnest(cast(:ids as text[]), cast(:claims as bigint[]), cast(:sessions as bigint[]),
                          cast(:by as text[]), cast(:documents as text[]))
                          as ruled (id, claim_key, session_key, ruled_by, document)
                        """)
                .param("ids", Columns.texts(rows, row -> row.ruling().id()))
                .param("claims", rows.stream().map(Row::claimKey).toArray(Long[]::new))
                .param("sessions", rows.stream().map(Row::sessionKey).toArray(Long[]::new))
                .param("by", Columns.texts(rows, row -> row.ruling().by()))
                .param(
                        "documents",
                        Columns.texts(rows, row -> Canonical.json(row.ruling().canonical())))
                .update();
    }

    /** Those of these ids that ruled already. */
    List<Ruling> known(Collection<String> ids) {
        return jdbc
                .sql("select document from ruling where id = any (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(RulingStore::ruling)
                .toList();
    }

    private record OfClaim(long claimKey, Ruling ruling) {}

    /** First to last, by claim. */
    Map<Long, List<Ruling>> ofSessions(Collection<Long> sessionKeys) {
        return jdbc
                .sql("""
                        select claim_key, document
                        from ruling
                        where session_key = any (:sessions)
                        order by ruling_key
                        """)
                .param("sessions", sessionKeys.toArray(Long[]::new))
                .query((row, number) -> new OfClaim(row.getLong("claim_key"), ruling(row.getString("document"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfClaim::claimKey, Collectors.mapping(OfClaim::ruling, Collectors.toList())));
    }

    private static Ruling ruling(String document) {
        return Ruling.ofCanonical(Members.parse(document));
    }
}
