package io.adjudicator.dispute;

import io.adjudicator.adjudication.Effect;
import io.adjudicator.casework.CaseId;
import io.adjudicator.intake.Evidence;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Members;
import io.adjudicator.kernel.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that reads disputes. */
@Repository
class DisputeReadStore {

    private final JdbcClient jdbc;

    DisputeReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Dispute> find(CaseId id) {
        return jdbc.sql("""
                        select dispute_id, customer, reference, content_digest, selected_by, selection, reason, statement, contract_digest,
                          raised_by, raised_by_name, raised_at, seed, population, population_charged, unit,
                          state, round, remind_at, due_at, wait_until, credit_case
                        from dispute
                        join dispute_standing using (dispute_id)
                        where dispute_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> dispute(id, row))
                .optional();
    }

    /** The newest first. */
    List<DisputeSummary> list(DisputeFilter filter, DisputePlace after, int limit) {
        return jdbc.sql("""
                        select dispute_id, customer, selected_by, reason, state, raised_at, due_at,
                          (select count(*) from disputed_decision where disputed_decision.dispute_id = dispute.dispute_id) as outcomes
                        from dispute
                        join dispute_standing using (dispute_id)
                        where (raised_at, dispute_id) < (:afterTime, :afterId)
                          and (cast(:customer as text) is null or customer = :customer)
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:outcome as text) is null or exists (
                            select from disputed_decision
                            where disputed_decision.dispute_id = dispute.dispute_id and outcome_id = :outcome))
                        order by raised_at desc, dispute_id desc
                        limit :limit
                        """)
                .param("afterTime", Timestamp.from(after.raisedAt()))
                .param("afterId", after.id())
                .param("customer", filter.customer().map(CustomerId::value).orElse(null))
                .param("state", filter.state().map(DisputeState::name).orElse(null))
                .param("outcome", filter.outcomeId().orElse(null))
                .param("limit", limit)
                .query((row, number) -> new DisputeSummary(
                        new CaseId(row.getString("dispute_id")),
                        new CustomerId(row.getString("customer")),
                        row.getString("selected_by"),
                        row.getString("reason"),
                        DisputeState.valueOf(row.getString("state")),
                        row.getInt("outcomes"),
                        row.getTimestamp("raised_at").toInstant(),
                        row.getTimestamp("due_at").toInstant()))
                .list();
    }

    private Dispute dispute(CaseId id, ResultSet row) throws SQLException {
        Unit unit = new Unit(row.getString("unit"));
        return new Dispute(
                id,
                new CustomerId(row.getString("customer")),
                row.getString("reference"),
                row.getString("selected_by"),
                Members.parse(row.getString("selection")).values(),
                row.getString("reason"),
                row.getString("statement"),
                new Digest(row.getString("contract_digest")),
                unit,
                row.getString("raised_by"),
                row.getString("raised_by_name"),
                row.getTimestamp("raised_at").toInstant(),
                new Digest(row.getString("content_digest")),
                drawn(row, unit),
                standing(row),
                parties(id),
                outcomes(id),
                evidence(id),
                answers(id),
                effects(id));
    }

    private static Optional<Drawn> drawn(ResultSet row, Unit unit) throws SQLException {
        @Nullable String seed = row.getString("seed");
        return seed == null
                ? Optional.empty()
                : Optional.of(new Drawn(
                        seed, row.getInt("population"), new Amount(row.getBigDecimal("population_charged"), unit)));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                DisputeState.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getTimestamp("remind_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("wait_until")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("credit_case")).map(CaseId::new));
    }

    private Set<String> parties(CaseId id) {
        return Set.copyOf(jdbc.sql("select actor from dispute_party where dispute_id = :id")
                .param("id", id.value())
                .query(String.class)
                .list());
    }

    /** Each in the unit of its own decision, which an earlier contract may have priced in another. */
    private List<Disputed> outcomes(CaseId id) {
        return jdbc.sql("""
                        select outcome_id, number, disputed_decision.verdict, disputed_decision.amount, decision.unit
                        from disputed_decision
                        join claim using (outcome_id)
                        join decision using (claim_key, number)
                        where dispute_id = :id
                        order by outcome_id
                        """)
                .param("id", id.value())
                .query((row, number) -> new Disputed(
                        row.getString("outcome_id"),
                        row.getInt("number"),
                        row.getString("verdict"),
                        new Amount(row.getBigDecimal("amount"), new Unit(row.getString("unit")))))
                .list();
    }

    List<Traits> traits(CaseId id) {
        return jdbc.sql("""
                        select outcome_id, number, disputed_decision.verdict, disputed_decision.amount, decision.unit, decision.tier,
                          claim.occurred_at, claim.account, claim.channel, claim.workflow_type,
                          cast(claim.facts as jsonb) ->> 'topic' as topic
                        from disputed_decision
                        join claim using (outcome_id)
                        join decision using (claim_key, number)
                        where dispute_id = :id
                        order by claim.occurred_at, outcome_id
                        """)
                .param("id", id.value())
                .query((row, number) -> new Traits(
                        new Disputed(
                                row.getString("outcome_id"),
                                row.getInt("number"),
                                row.getString("verdict"),
                                new Amount(row.getBigDecimal("amount"), new Unit(row.getString("unit")))),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("account"),
                        row.getString("channel"),
                        row.getString("workflow_type"),
                        Optional.ofNullable(row.getString("tier")),
                        Optional.ofNullable(row.getString("topic"))))
                .list();
    }

    private List<Submission> evidence(CaseId id) {
        return jdbc.sql("""
                        select number, outcome_id, evidence_id, content, note, source_link, added_by, added_by_name, added_at
                        from dispute_evidence
                        where dispute_id = :id
                        order by number
                        """)
                .param("id", id.value())
                .query((row, number) -> new Submission(
                        row.getInt("number"),
                        row.getString("outcome_id"),
                        Optional.ofNullable(row.getString("evidence_id")),
                        Optional.ofNullable(row.getString("content"))
                                .map(content -> Evidence.ofCanonical(Members.parse(content))),
                        Optional.ofNullable(row.getString("note")),
                        Optional.ofNullable(row.getString("source_link")),
                        row.getString("added_by"),
                        row.getString("added_by_name"),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    private List<Answered> answers(CaseId id) {
        return jdbc.sql("""
                        select round, kind, document, answered_by, answered_by_name, answered_at
                        from dispute_answer
                        where dispute_id = :id
                        order by round
                        """)
                .param("id", id.value())
                .query((row, number) -> new Answered(
                        row.getInt("round"),
                        AnswerText.read(row.getString("kind"), row.getString("document")),
                        row.getString("answered_by"),
                        row.getString("answered_by_name"),
                        row.getTimestamp("answered_at").toInstant()))
                .list();
    }

    private List<Effect> effects(CaseId id) {
        return jdbc.sql("""
                        select outcome_id, before, after, verdict_before, verdict_after, charged, unit
                        from dispute_effect
                        where dispute_id = :id
                        order by outcome_id
                        """)
                .param("id", id.value())
                .query((row, number) -> new Effect(
                        row.getString("outcome_id"),
                        row.getInt("before"),
                        row.getInt("after"),
                        row.getString("verdict_before"),
                        row.getString("verdict_after"),
                        new Amount(row.getBigDecimal("charged"), new Unit(row.getString("unit")))))
                .list();
    }
}
