-- Rooms review, credit and dispute: what people decide about outcomes and about money that goes back.

-- Flagged outcomes. How one stands follows from whether it was decided or withdrawn.
create table flagged_outcome (
    case_id      text        primary key,
    outcome_id   text        not null references claim (outcome_id),
    number       integer     not null check (number >= 1),
    customer     text        not null,
    outcome_type text        not null,
    why          text        not null,
    opened_at    timestamptz not null,
    remind_at    timestamptz not null,
    due_at       timestamptz not null,
    unique (outcome_id, number)
);

create table flagged_decision (
    case_id         text        primary key references flagged_outcome,
    verdict         text        not null check (verdict in ('BILLABLE', 'NOT_BILLABLE', 'UNPROVABLE')),
    tier            text,
    reason          text        not null check (reason <> ''),
    decided_by      text        not null,
    decided_by_name text        not null,
    decided_at      timestamptz not null
);

create table flagged_withdrawal (
    case_id      text        primary key references flagged_outcome,
    withdrawn_at timestamptz not null
);

-- Money that goes back.
create table credit_review (
    case_id           text        primary key,
    kind              text        not null check (kind in ('DISPUTE', 'GOODWILL')),
    customer          text        not null,
    -- The caller's own name of a goodwill credit, so that asking again is safe.
    reference         text,
    dispute_id        text,
    amount            numeric     not null check (amount > 0),
    unit              text        not null,
    approvals_needed  integer     not null check (approvals_needed between 0 and 2),
    reason            text        not null check (reason <> ''),
    requested_by      text        not null,
    requested_by_name text        not null,
    requested_at      timestamptz not null,
    remind_at         timestamptz not null,
    due_at            timestamptz not null,
    unique (customer, reference),
    check ((kind = 'GOODWILL') = (reference is not null)),
    check (kind = 'GOODWILL' or dispute_id is not null)
);
create index credit_review_by_customer on credit_review (customer, requested_at);
create index credit_review_by_dispute on credit_review (dispute_id) where dispute_id is not null;

-- Who decided before what is now taken back, or asked for that: none of them may approve.
create table credit_party (
    case_id text not null references credit_review,
    actor   text not null,
    primary key (case_id, actor)
);

create table credit_approval (
    case_id         text        not null references credit_review,
    step            integer     not null check (step in (1, 2)),
    approved        boolean     not null,
    reason          text        not null,
    decided_by      text        not null,
    decided_by_name text        not null,
    decided_at      timestamptz not null,
    primary key (case_id, step),
    -- Nobody approves twice.
    unique (case_id, decided_by),
    check (approved or reason <> '')
);

create table credit_withdrawal (
    case_id      text        primary key references credit_review,
    withdrawn_at timestamptz not null
);

-- What was put into effect. One row for ever: money goes back once.
create table credit_posting (
    case_id   text        primary key references credit_review,
    posted_at timestamptz not null
);

-- Law 12: four eyes, whatever the service or a process thinks.
create function four_eyes_on_credit() returns trigger language plpgsql as $$
begin
    if exists (select from credit_review where case_id = new.case_id and requested_by = new.decided_by)
        or exists (select from credit_party where case_id = new.case_id and actor = new.decided_by) then
        raise exception 'expected somebody else than % to decide on credit %', new.decided_by, new.case_id
            using errcode = 'integrity_constraint_violation', hint = 'Whoever asked for it or decided before cannot approve it.';
    end if;
    if new.step = 2 and not exists (select from credit_approval where case_id = new.case_id and step = 1 and approved) then
        raise exception 'expected a first approval of credit % before the second', new.case_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger credit_has_four_eyes before insert on credit_approval for each row execute function four_eyes_on_credit();

create function credit_is_approved() returns trigger language plpgsql as $$
begin
    if (select approvals_needed from credit_review where case_id = new.case_id)
            > (select count(*) from credit_approval where case_id = new.case_id and approved)
        or exists (select from credit_approval where case_id = new.case_id and not approved)
        or exists (select from credit_withdrawal where case_id = new.case_id) then
        raise exception 'expected credit % to be approved before it is posted', new.case_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger credit_is_posted_approved before insert on credit_posting for each row execute function credit_is_approved();

-- Disputes.
create table dispute (
    dispute_id         text        primary key,
    customer           text        not null,
    -- The caller's own name of it: raising it again is safe.
    reference          text        not null,
    content_digest     text        not null,
    selected_by        text        not null check (selected_by in ('OUTCOMES', 'FILTER', 'SAMPLE')),
    selection          text        not null, -- JSON object, as it was asked
    reason             text        not null,
    statement          text        not null,
    contract_digest    text        not null references contract_version (digest),
    raised_by          text        not null,
    raised_by_name     text        not null,
    raised_at          timestamptz not null,
    -- A sample: what it was drawn from, and with which seed, so that anybody can draw it again.
    seed               text,
    population         integer,
    population_charged numeric,
    unit               text        not null,
    unique (customer, reference),
    check ((selected_by = 'SAMPLE') = (seed is not null)),
    check ((seed is null) = (population is null) and (seed is null) = (population_charged is null))
);
create index dispute_by_customer on dispute (customer, raised_at, dispute_id);
create index dispute_by_time on dispute (raised_at, dispute_id);

create table disputed_decision (
    dispute_id text    not null references dispute,
    outcome_id text    not null references claim (outcome_id),
    number     integer not null check (number >= 1),
    verdict    text    not null,
    amount     numeric not null,
    primary key (dispute_id, outcome_id),
    -- A decision is disputed once.
    unique (outcome_id, number)
);

-- Whoever ruled on one of its outcomes before: they do not decide again.
create table dispute_party (
    dispute_id text not null references dispute,
    actor      text not null,
    primary key (dispute_id, actor)
);

create table dispute_evidence (
    dispute_id    text        not null references dispute,
    number        integer     not null check (number >= 1),
    outcome_id    text        not null,
    -- A record that counts once it is admitted: one that is on record, or the content of one that this dispute brings.
    evidence_id   text,
    content       text,
    note          text,
    source_link   text,
    added_by      text        not null,
    added_by_name text        not null,
    added_at      timestamptz not null,
    primary key (dispute_id, number),
    foreign key (dispute_id, outcome_id) references disputed_decision (dispute_id, outcome_id),
    check (content is null or evidence_id is not null),
    check (evidence_id is not null or note is not null or source_link is not null)
);

create table dispute_answer (
    dispute_id      text        not null references dispute,
    round           integer     not null check (round >= 1),
    kind            text        not null check (kind in ('UPHELD', 'REJECTED', 'SPLIT', 'UNDECIDABLE', 'ASKED')),
    reason          text        not null check (reason <> ''),
    document        text        not null, -- JSON object
    answered_by      text        not null,
    answered_by_name text        not null,
    answered_at      timestamptz not null,
    primary key (dispute_id, round)
);

create function four_eyes_on_dispute() returns trigger language plpgsql as $$
begin
    if exists (select from dispute where dispute_id = new.dispute_id and raised_by = new.answered_by)
        or exists (select from dispute_party where dispute_id = new.dispute_id and actor = new.answered_by) then
        raise exception 'expected somebody else than % to answer dispute %', new.answered_by, new.dispute_id
            using errcode = 'integrity_constraint_violation', hint = 'Whoever raised it or decided before cannot answer it.';
    end if;
    return new;
end $$;
create trigger dispute_has_four_eyes before insert on dispute_answer for each row execute function four_eyes_on_dispute();

-- What a dispute did to each outcome.
create table dispute_effect (
    dispute_id     text    not null references dispute,
    outcome_id     text    not null,
    before         integer not null,
    after          integer not null,
    verdict_before text    not null,
    verdict_after  text    not null,
    charged        numeric not null,
    unit           text    not null,
    primary key (dispute_id, outcome_id)
);

-- Mutable by nature: where it stands.
create table dispute_standing (
    dispute_id  text    primary key references dispute,
    state       text    not null check (state in ('RAISED', 'IN_REVIEW', 'WAITING', 'ANSWERED', 'IN_CREDIT_REVIEW', 'ACCEPTED', 'UPHELD',
                  'REJECTED', 'SPLIT', 'UNDECIDABLE', 'WITHDRAWN')),
    round       integer not null check (round >= 1),
    remind_at   timestamptz not null,
    due_at      timestamptz not null,
    wait_until  timestamptz,
    credit_case text references credit_review,
    check ((state = 'WAITING') = (wait_until is not null)),
    check (state <> 'IN_CREDIT_REVIEW' or credit_case is not null)
);
create index dispute_standing_by_state on dispute_standing (state);

create trigger flagged_outcome_is_kept before update or delete on flagged_outcome for each row execute function refuse_change();
create trigger flagged_outcomes_are_kept before truncate on flagged_outcome for each statement execute function refuse_change();
create trigger flagged_decision_is_kept before update or delete on flagged_decision for each row execute function refuse_change();
create trigger flagged_decisions_are_kept before truncate on flagged_decision for each statement execute function refuse_change();
create trigger flagged_withdrawal_is_kept before update or delete on flagged_withdrawal for each row execute function refuse_change();
create trigger flagged_withdrawals_are_kept before truncate on flagged_withdrawal for each statement execute function refuse_change();
create trigger credit_review_is_kept before update or delete on credit_review for each row execute function refuse_change();
create trigger credit_reviews_are_kept before truncate on credit_review for each statement execute function refuse_change();
create trigger credit_party_is_kept before update or delete on credit_party for each row execute function refuse_change();
create trigger credit_parties_are_kept before truncate on credit_party for each statement execute function refuse_change();
create trigger credit_approval_is_kept before update or delete on credit_approval for each row execute function refuse_change();
create trigger credit_approvals_are_kept before truncate on credit_approval for each statement execute function refuse_change();
create trigger credit_withdrawal_is_kept before update or delete on credit_withdrawal for each row execute function refuse_change();
create trigger credit_withdrawals_are_kept before truncate on credit_withdrawal for each statement execute function refuse_change();
create trigger credit_posting_is_kept before update or delete on credit_posting for each row execute function refuse_change();
create trigger credit_postings_are_kept before truncate on credit_posting for each statement execute function refuse_change();
create trigger dispute_is_kept before update or delete on dispute for each row execute function refuse_change();
create trigger disputes_are_kept before truncate on dispute for each statement execute function refuse_change();
create trigger disputed_decision_is_kept before update or delete on disputed_decision for each row execute function refuse_change();
create trigger disputed_decisions_are_kept before truncate on disputed_decision for each statement execute function refuse_change();
create trigger dispute_party_is_kept before update or delete on dispute_party for each row execute function refuse_change();
create trigger dispute_parties_are_kept before truncate on dispute_party for each statement execute function refuse_change();
create trigger dispute_evidence_is_kept before update or delete on dispute_evidence for each row execute function refuse_change();
create trigger dispute_evidences_are_kept before truncate on dispute_evidence for each statement execute function refuse_change();
create trigger dispute_answer_is_kept before update or delete on dispute_answer for each row execute function refuse_change();
create trigger dispute_answers_are_kept before truncate on dispute_answer for each statement execute function refuse_change();
create trigger dispute_effect_is_kept before update or delete on dispute_effect for each row execute function refuse_change();
create trigger dispute_effects_are_kept before truncate on dispute_effect for each statement execute function refuse_change();
