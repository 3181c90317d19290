package io.adjudicator.dispute;

import io.adjudicator.access.Actor;
import io.adjudicator.adjudication.Effect;
import io.adjudicator.casework.CaseId;
import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that writes disputes. */
@Repository
class DisputeStore {

    private final JdbcClient jdbc;

    DisputeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers false if there is one with this id already. */
    boolean insert(
            CaseId id, NewDispute asked, Digest contract, String unit, Optional<Drawn> drawn, Actor by, Instant at) {
        return jdbc.sql("""
                        insert into dispute (dispute_id, customer, reference, content_digest, selected_by, selection, reason, statement,
                          contract_digest, raised_by, raised_by_name, raised_at, seed, population, population_charged, unit)
                        values (:id, :customer, :reference, :content, :selectedBy, :selection, :reason, :statement,
                          :contract, :by, :byName, :at, :seed, :population, :charged, :unit)
                        on conflict (dispute_id) do nothing
                        """)
                        .param("id", id.value())
                        .param("customer", asked.customer().value())
                        .param("reference", asked.reference())
                        .param("content", asked.content().value())
                        .param("selectedBy", asked.selection().word())
                        .param("selection", Canonical.json(asked.selection().canonical()))
                        .param("reason", asked.reason())
                        .param("statement", asked.statement())
                        .param("contract", contract.value())
                        .param("by", by.id())
                        .param("byName", by.name())
                        .param("at", Timestamp.from(at))
                        .param("seed", drawn.map(Drawn::seed).orElse(null))
                        .param("population", drawn.map(Drawn::population).orElse(null))
                        .param(
                                "charged",
                                drawn.map(one -> one.charged().number()).orElse(null))
                        .param("unit", unit)
                        .update()
                > 0;
    }

    /** Those that nobody disputed before; answers how many. */
    int insertOutcomes(CaseId id, List<Disputed> disputed) {
        return jdbc.sql("""
                        insert into disputed_decision (dispute_id, outcome_id, number, verdict, amount)
                        select :id, outcome_id, number, verdict, amount
                        from unnest(cast(:outcomes as text[]), cast(:numbers as integer[]), cast(:verdicts as text[]),
                          cast(:amounts as numeric[])) as disputed (outcome_id, number, verdict, amount)
                        on conflict (outcome_id, number) do nothing
                        """)
                .param("id", id.value())
                .param("outcomes", Columns.texts(disputed, Disputed::outcomeId))
                .param("numbers", disputed.stream().map(Disputed::number).toArray(Integer[]::new))
                .param("verdicts", Columns.texts(disputed, Disputed::verdict))
                .param(
                        "amounts",
                        Columns.texts(disputed, one -> one.amount().number().toPlainString()))
                .update();
    }

    void insertParties(CaseId id, Set<String> actors) {
        jdbc.sql("""
                        insert into dispute_party (dispute_id, actor)
                        select :id, actor from unnest(cast(:actors as text[])) as party (actor)
                        """)
                .param("id", id.value())
                .param("actors", Columns.texts(actors, Function.identity()))
                .update();
    }

    void insertStanding(CaseId id, Standing standing) {
        jdbc.sql("""
                        insert into dispute_standing (dispute_id, state, round, remind_at, due_at)
                        values (:id, :state, :round, :remindAt, :dueAt)
                        """)
                .param("id", id.value())
                .param("state", standing.state().name())
                .param("round", standing.round())
                .param("remindAt", Timestamp.from(standing.remindAt()))
                .param("dueAt", Timestamp.from(standing.dueAt()))
                .update();
    }

    void insertEvidence(CaseId id, Submission submission) {
        jdbc.sql("""
                        insert into dispute_evidence (dispute_id, number, outcome_id, evidence_id, content, note, source_link,
                          added_by, added_by_name, added_at)
                        values (:id, :number, :outcome, :evidence, :content, :note, :link, :by, :byName, :at)
                        """)
                .param("id", id.value())
                .param("number", submission.number())
                .param("outcome", submission.outcomeId())
                .param("evidence", submission.evidenceId().orElse(null))
                .param(
                        "content",
                        submission
                                .brought()
                                .map(evidence -> Canonical.json(evidence.canonical()))
                                .orElse(null))
                .param("note", submission.note().orElse(null))
                .param("link", submission.sourceLink().orElse(null))
                .param("by", submission.addedBy())
                .param("byName", submission.addedByName())
                .param("at", Timestamp.from(submission.addedAt()))
                .update();
    }

    /** Nobody else moves it on until the transaction ends. Answers whether there is one. */
    boolean lock(CaseId id) {
        return jdbc.sql("select dispute_id from dispute_standing where dispute_id = :id for update")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    void stand(CaseId id, Standing standing) {
        jdbc.sql("""
                        update dispute_standing
                        set state = :state, round = :round, remind_at = :remindAt, due_at = :dueAt, wait_until = :waitUntil,
                          credit_case = :credit
                        where dispute_id = :id
                        """)
                .param("id", id.value())
                .param("state", standing.state().name())
                .param("round", standing.round())
                .param("remindAt", Timestamp.from(standing.remindAt()))
                .param("dueAt", Timestamp.from(standing.dueAt()))
                .param("waitUntil", standing.waitUntil().map(Timestamp::from).orElse(null))
                .param("credit", standing.credit().map(CaseId::value).orElse(null))
                .update();
    }

    void insertAnswer(CaseId id, Answered answered) {
        jdbc.sql("""
                        insert into dispute_answer (dispute_id, round, kind, reason, document, answered_by, answered_by_name, answered_at)
                        values (:id, :round, :kind, :reason, :document, :by, :byName, :at)
                        """)
                .param("id", id.value())
                .param("round", answered.round())
                .param("kind", AnswerText.kind(answered.answer()))
                .param("reason", answered.answer().reason())
                .param("document", AnswerText.write(answered.answer()))
                .param("by", answered.by())
                .param("byName", answered.byName())
                .param("at", Timestamp.from(answered.at()))
                .update();
    }

    void insertEffects(CaseId id, Collection<Effect> effects) {
        jdbc.sql("""
                        insert into dispute_effect (dispute_id, outcome_id, before, after, verdict_before, verdict_after, charged, unit)
                        select :id, outcome_id, before, after, verdict_before, verdict_after, charged, unit
                        from unnest(cast(:outcomes as text[]), cast(:before as integer[]), cast(:after as integer[]),
                          cast(:verdictsBefore as text[]), cast(:verdictsAfter as text[]), cast(:charged as numeric[]),
                          cast(:units as text[])) as effect (outcome_id, before, after, verdict_before, verdict_after, charged, unit)
                        """)
                .param("id", id.value())
                .param("outcomes", Columns.texts(effects, Effect::outcomeId))
                .param("before", effects.stream().map(Effect::before).toArray(Integer[]::new))
                .param("after", effects.stream().map(Effect::after).toArray(Integer[]::new))
                .param("verdictsBefore", Columns.texts(effects, Effect::verdictBefore))
                .param("verdictsAfter", Columns.texts(effects, Effect::verdictAfter))
                .param(
                        "charged",
                        Columns.texts(
                                effects, effect -> effect.charged().number().toPlainString()))
                .param(
                        "units",
                        Columns.texts(effects, effect -> effect.charged().unit().code()))
                .update();
    }
}
