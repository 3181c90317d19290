package io.adjudicator.adjudication;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of decisions. */
@Repository
class DecisionStore {

    private static final String DECISIONS = """
            select decision_key, claim_key, number, issued_at, booked_in, case_file, document
            from decision
            """;

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A decision to be stored, and the row of its claim. */
    record Row(long claimKey, Issued issued) {}

    void insert(List<Row> rows, Instant issuedAt) {
        List<Issued> issued = rows.stream().map(Row::issued).toList();
        jdbc.sql("""
                        insert into decision (claim_key, number, customer, verdict, reason, tier, amount, fees, unit, closes_at, as_of,
                          issued_at, booked_in, evidence_up_to, contract_digest, rule_set_digest, evidence_digest, engine_version,
                          case_file, document, rulings)
                        select claim_key, number, customer, verdict, reason, tier, amount, fees, unit, closes_at, as_of,
                          :issuedAt, booked_in, evidence_up_to, contract_digest, rule_set_digest, evidence_digest, :engine,
                          case_file, document, rulings
                        from unnest(cast(:claims as bigint[]), cast(:numbers as integer[]), cast(:customers as text[]),
                          cast(:verdicts as text[]), cast(:reasons as text[]), cast(:tiers as text[]),
                          cast(:amounts as numeric[]), cast(:fees as numeric[]), cast(:units as text[]), cast(:closesAt as timestamptz[]),
                          cast(:asOf as timestamptz[]), cast(:bookedIn as date[]), cast(:evidenceUpTo as bigint[]),
                          cast(:contracts as text[]), cast(:ruleSets as text[]), cast(:evidence as text[]),
                          cast(:caseFiles as text[]), cast(:documents as text[]),
                          cast(:rulings as integer[]))
                          as issued (claim_key, number, customer, verdict, reason, tier, amount, fees, unit, closes_at, as_of, booked_in,
                            evidence_up_to, contract_digest, rule_set_digest, evidence_digest, case_file, document, rulings)
                        """)
                .param("issuedAt", Timestamp.from(issuedAt))
                .param("engine", Decision.ENGINE_VERSION)
                .param("claims", rows.stream().map(Row::claimKey).toArray(Long[]::new))
                .param("numbers", issued.stream().map(Issued::number).toArray(Integer[]::new))
                .param(
                        "customers",
                        Columns.texts(issued, one -> one.claim().customer().value()))
                .param(
                        "verdicts",
                        Columns.texts(
                                issued,
                                one -> one.decision().judgement().verdict().name()))
                .param(
                        "reasons",
                        Columns.texts(
                                issued,
                                one -> one.decision()
                                        .judgement()
                                        .verdict()
                                        .because()
                                        .orElse(null)))
                .param(
                        "tiers",
                        Columns.texts(
                                issued, one -> one.decision().judgement().tier().orElse(null)))
                .param(
                        "amounts",
                        Columns.texts(issued, one -> one.decision().amount().plain()))
                .param(
                        "fees",
                        Columns.texts(
                                issued, one -> one.decision().fees().number().toPlainString()))
                .param(
                        "units",
                        Columns.texts(issued, one -> one.decision().unit().code()))
                .param(
                        "closesAt",
                        Columns.instants(
                                issued, one -> one.decision().judgement().closesAt()))
                .param(
                        "asOf",
                        Columns.instants(issued, one -> one.decision().file().asOf()))
                .param(
                        "bookedIn",
                        Columns.texts(issued, one -> one.bookedIn().atDay(1).toString()))
                .param("evidenceUpTo", issued.stream().map(Issued::evidenceUpTo).toArray(Long[]::new))
                .param(
                        "contracts",
                        Columns.texts(
                                issued, one -> one.decision().file().contract().value()))
                .param(
                        "ruleSets",
                        Columns.texts(
                                issued, one -> one.decision().file().ruleSet().value()))
                .param(
                        "evidence",
                        Columns.texts(
                                issued,
                                one -> one.decision().file().evidenceDigest().value()))
                .param(
                        "caseFiles",
                        Columns.texts(
                                issued,
                                one -> Canonical.json(one.decision().file().canonical())))
                .param("documents", Columns.texts(issued, one -> one.decision().document()))
                .param(
                        "rulings",
                        issued.stream()
                                .map(one -> one.decision().file().rulings().size())
                                .toArray(Integer[]::new))
                .update();
    }

    private record StandingRow(long claimKey, SessionFile.Standing standing) {}

    /** The standing decision of each claim of these sessions that has one; looked up claim by claim, however many decisions there are. */
    Map<Long, SessionFile.Standing> standing(Collection<Long> sessionKeys) {
        return jdbc
                .sql("""
                        select claim_key, number, verdict, tier, amount, unit, as_of, rulings, known_up_to, settled_up_to
                        from claim
                        cross join lateral (
                          select number, verdict, tier, amount, unit, as_of, rulings, evidence_up_to as known_up_to,
                            min(evidence_up_to) over () as settled_up_to
                          from decision
                          where decision.claim_key = claim.claim_key
                          order by number desc
                          limit 1) as standing
                        where session_key = any (:sessions)
                        """)
                .param("sessions", sessionKeys.toArray(Long[]::new))
                .query(DecisionStore::standing)
                .list()
                .stream()
                .collect(Collectors.toMap(StandingRow::claimKey, StandingRow::standing));
    }

    private static StandingRow standing(ResultSet row, int number) throws SQLException {
        return new StandingRow(
                row.getLong("claim_key"),
                new SessionFile.Standing(
                        row.getInt("number"),
                        row.getString("verdict"),
                        Optional.ofNullable(row.getString("tier")),
                        new Amount(row.getBigDecimal("amount"), new Unit(row.getString("unit"))),
                        row.getTimestamp("as_of").toInstant(),
                        row.getLong("settled_up_to"),
                        row.getLong("known_up_to"),
                        row.getInt("rulings")));
    }

    List<StoredDecision> ofClaim(long claimKey) {
        return jdbc.sql(DECISIONS + "where claim_key = :claim order by number")
                .param("claim", claimKey)
                .query(DecisionStore::stored)
                .list();
    }

    Optional<StoredDecision> byKey(long decisionKey) {
        return jdbc.sql(DECISIONS + "where decision_key = :decision")
                .param("decision", decisionKey)
                .query(DecisionStore::stored)
                .optional();
    }

    private static StoredDecision stored(ResultSet row, int number) throws SQLException {
        return new StoredDecision(
                row.getLong("decision_key"),
                row.getLong("claim_key"),
                row.getInt("number"),
                row.getTimestamp("issued_at").toInstant(),
                YearMonth.from(row.getDate("booked_in").toLocalDate()),
                row.getString("case_file"),
                row.getString("document"));
    }
}
