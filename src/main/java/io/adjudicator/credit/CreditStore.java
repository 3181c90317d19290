package io.adjudicator.credit;

import io.adjudicator.access.Actor;
import io.adjudicator.casework.CaseId;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of credits. */
@Repository
class CreditStore {

    private static final String REVIEWS = """
            select case_id, kind, customer, reference, dispute_id, amount, unit, approvals_needed, reason, requested_by,
              requested_by_name, requested_at, remind_at, due_at, withdrawn_at, posted_at
            from credit_review
            left join credit_withdrawal using (case_id)
            left join credit_posting using (case_id)
            """;

    private final JdbcClient jdbc;

    CreditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers false if there is one with this id already. */
    boolean insert(CreditRequest asked, int approvalsNeeded, Instant remindAt, Instant dueAt) {
        return jdbc.sql("""
                        insert into credit_review (case_id, kind, customer, reference, dispute_id, amount, unit, approvals_needed, reason,
                          requested_by, requested_by_name, requested_at, remind_at, due_at)
                        values (:id, :kind, :customer, :reference, :dispute, :amount, :unit, :needed, :reason,
                          :by, :byName, :at, :remindAt, :dueAt)
                        on conflict (case_id) do nothing
                        """)
                        .param("id", asked.id().value())
                        .param("kind", asked.kind().name())
                        .param("customer", asked.customer().value())
                        .param("reference", asked.reference().orElse(null))
                        .param("dispute", asked.dispute().map(CaseId::value).orElse(null))
                        .param("amount", asked.amount().number())
                        .param("unit", asked.amount().unit().code())
                        .param("needed", approvalsNeeded)
                        .param("reason", asked.reason())
                        .param("by", asked.requestedBy())
                        .param("byName", asked.requestedByName())
                        .param("at", Timestamp.from(asked.requestedAt()))
                        .param("remindAt", Timestamp.from(remindAt))
                        .param("dueAt", Timestamp.from(dueAt))
                        .update()
                > 0;
    }

    void insertParties(CaseId id, Set<String> actors) {
        jdbc.sql("""
                        insert into credit_party (case_id, actor)
                        select :id, actor from unnest(cast(:actors as text[])) as party (actor)
                        """)
                .param("id", id.value())
                .param("actors", Columns.texts(actors, actor -> actor))
                .update();
    }

    /** Nobody else decides on it until the transaction ends. */
    boolean lock(CaseId id) {
        return jdbc.sql("select case_id from credit_review where case_id = :id for update")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    Optional<CreditReview> find(CaseId id) {
        return whole(jdbc.sql(REVIEWS + "where case_id = :id")
                        .param("id", id.value())
                        .query(CreditStore::head)
                        .list())
                .stream()
                .findFirst();
    }

    /** The newest first. */
    List<CreditReview> list(CreditFilter filter, int limit) {
        return whole(jdbc.sql(REVIEWS + """
                        where (cast(:customer as text) is null or customer = :customer)
                          and (cast(:kind as text) is null or kind = :kind)
                          and (cast(:state as text) is null or :state = case
                            when posted_at is not null then 'POSTED'
                            when exists (select from credit_approval
                              where credit_approval.case_id = credit_review.case_id and not approved) then 'REJECTED'
                            when withdrawn_at is not null then 'WITHDRAWN'
                            when (select count(*) from credit_approval
                              where credit_approval.case_id = credit_review.case_id) >= approvals_needed then 'APPROVED'
                            else 'REQUESTED' end)
                        order by requested_at desc, case_id
                        limit :limit
                        """)
                .param("customer", filter.customer().map(CustomerId::value).orElse(null))
                .param("kind", filter.kind().map(CreditKind::name).orElse(null))
                .param("state", filter.state().map(CreditState::name).orElse(null))
                .param("limit", limit)
                .query(CreditStore::head)
                .list());
    }

    void insertApproval(CaseId id, int step, boolean approved, String reason, Actor by, Instant at) {
        jdbc.sql("""
                        insert into credit_approval (case_id, step, approved, reason, decided_by, decided_by_name, decided_at)
                        values (:id, :step, :approved, :reason, :by, :byName, :at)
                        """)
                .param("id", id.value())
                .param("step", step)
                .param("approved", approved)
                .param("reason", reason)
                .param("by", by.id())
                .param("byName", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    void withdraw(CaseId id, Instant at) {
        jdbc.sql("insert into credit_withdrawal (case_id, withdrawn_at) values (:id, :at) on conflict do nothing")
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Answers false if it was posted before. */
    boolean post(CaseId id, Instant at) {
        return jdbc.sql("insert into credit_posting (case_id, posted_at) values (:id, :at) on conflict do nothing")
                        .param("id", id.value())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    private record ApprovalRow(String id, CreditReview.Approval approval) {}

    private record PartyRow(String id, String actor) {}

    private List<CreditReview> whole(List<CreditReview> heads) {
        List<String> ids = heads.stream().map(head -> head.id().value()).toList();
        Map<String, List<CreditReview.Approval>> approvals = approvals(ids);
        Map<String, Set<String>> parties = parties(ids);
        return heads.stream()
                .map(head -> whole(
                        head,
                        parties.getOrDefault(head.id().value(), Set.of()),
                        approvals.getOrDefault(head.id().value(), List.of())))
                .toList();
    }

    private Map<String, List<CreditReview.Approval>> approvals(Collection<String> ids) {
        return jdbc
                .sql("""
                        select case_id, step, approved, reason, decided_by, decided_by_name, decided_at
                        from credit_approval
                        where case_id = any (:ids)
                        order by case_id, step
                        """)
                .param("ids", Columns.texts(ids, Function.identity()))
                .query((row, number) -> new ApprovalRow(
                        row.getString("case_id"),
                        new CreditReview.Approval(
                                row.getInt("step"),
                                row.getBoolean("approved"),
                                row.getString("reason"),
                                row.getString("decided_by"),
                                row.getString("decided_by_name"),
                                row.getTimestamp("decided_at").toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        ApprovalRow::id, Collectors.mapping(ApprovalRow::approval, Collectors.toList())));
    }

    private Map<String, Set<String>> parties(Collection<String> ids) {
        return jdbc
                .sql("select case_id, actor from credit_party where case_id = any (:ids)")
                .param("ids", Columns.texts(ids, Function.identity()))
                .query((row, number) -> new PartyRow(row.getString("case_id"), row.getString("actor")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(PartyRow::id, Collectors.mapping(PartyRow::actor, Collectors.toSet())));
    }

    private static CreditReview whole(CreditReview head, Set<String> parties, List<CreditReview.Approval> approvals) {
        return new CreditReview(
                head.id(),
                head.kind(),
                head.customer(),
                head.reference(),
                head.dispute(),
                head.amount(),
                head.approvalsNeeded(),
                head.reason(),
                head.requestedBy(),
                head.requestedByName(),
                head.requestedAt(),
                head.remindAt(),
                head.dueAt(),
                parties,
                approvals,
                head.withdrawnAt(),
                head.postedAt());
    }

    private static CreditReview head(ResultSet row, int number) throws SQLException {
        return new CreditReview(
                new CaseId(row.getString("case_id")),
                CreditKind.valueOf(row.getString("kind")),
                new CustomerId(row.getString("customer")),
                Optional.ofNullable(row.getString("reference")),
                Optional.ofNullable(row.getString("dispute_id")).map(CaseId::new),
                new Amount(row.getBigDecimal("amount"), new Unit(row.getString("unit"))),
                row.getInt("approvals_needed"),
                row.getString("reason"),
                row.getString("requested_by"),
                row.getString("requested_by_name"),
                row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("remind_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                Set.of(),
                List.of(),
                Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("posted_at")).map(Timestamp::toInstant));
    }
}
