package io.adjudicator.contract;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL on {@code contract_version}. */
@Component
class ContractStore {

    private final JdbcClient jdbc;

    ContractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long latestSequence() {
        return jdbc.sql("select coalesce(max(sequence), 0) from contract_version")
                .query(Long.class)
                .single();
    }

    List<StoredVersion> publishedAfter(long sequence) {
        return jdbc.sql("""
                        select customer, version, digest, effective_from, effective_to, sequence
                        from contract_version
                        where sequence > :sequence
                        order by sequence
                        """)
                .param("sequence", sequence)
                .query(ContractStore::stored)
                .list();
    }

    List<StoredVersion> ofCustomer(CustomerId customer) {
        return jdbc.sql("""
                        select customer, version, digest, effective_from, effective_to, sequence
                        from contract_version
                        where customer = :customer
                        order by version
                        """)
                .param("customer", customer.value())
                .query(ContractStore::stored)
                .list();
    }

    Optional<String> content(Digest digest) {
        return jdbc.sql("select content from contract_version where digest = :digest")
                .param("digest", digest.value())
                .query(String.class)
                .optional();
    }

    /**
     * One publication at a time in the whole installation, until the transaction ends: readers may then trust that a
     * larger sequence is committed later, and two replicas that start together publish once.
     */
    void lockPublication() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('contract_version'))")
                .query((row, number) -> number)
                .list();
    }

    void insert(ContractVersion version, String content, Instant publishedAt, String publishedBy) {
        jdbc.sql("""
                        insert into contract_version
                            (digest, customer, version, effective_from, effective_to, content, published_at, published_by)
                        values
                            (:digest, :customer, :version, :from, :to, :content, :publishedAt, :publishedBy)
                        """)
                .param("digest", version.digest().value())
                .param("customer", version.customer().value())
                .param("version", version.version())
                .param("from", utc(version.effective().from()))
                .param("to", utc(version.effective().to()))
                .param("content", content)
                .param("publishedAt", utc(publishedAt))
                .param("publishedBy", publishedBy)
                .update();
    }

    private static StoredVersion stored(ResultSet row, int number) throws SQLException {
        return new StoredVersion(
                new CustomerId(row.getString("customer")),
                row.getInt("version"),
                new Digest(row.getString("digest")),
                new Period(instant(row, "effective_from"), instant(row, "effective_to")),
                row.getLong("sequence"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
