-- Rooms intake, window and adjudication. Digests are stored with their algorithm in front.

-- One run of interactions. Created by the first claim or evidence that names it; its row is the lock that orders all that
-- happens to it. The contract is bound once, by the first claim.
create table session (
    session_key     bigint generated always as identity primary key,
    customer        text not null,
    name            text not null,
    contract_digest text references contract_version (digest),
    unique (customer, name)
);

create table claim (
    claim_key          bigint generated always as identity primary key,
    outcome_id         text not null unique,
    source             text not null,
    id                 text not null,
    session_key        bigint not null references session,
    customer           text not null,
    outcome_type       text not null,
    occurred_at        timestamptz not null,
    session_started_at timestamptz not null,
    recorded_at        timestamptz not null,
    account            text not null,
    channel            text not null,
    workflow_type      text not null,
    source_link        text,
    facts              text not null,
    content_digest     text not null,
    unique (source, id)
);
create index claim_by_session on claim (session_key);
create index claim_by_customer on claim (customer, occurred_at, claim_key);

create table evidence (
    evidence_key   bigint generated always as identity primary key,
    evidence_id    text not null unique,
    source         text not null,
    id             text not null,
    session_key    bigint not null references session,
    customer       text not null,
    claim_source   text,
    claim_id       text,
    kind           text not null,
    grade          text not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    note           text,
    source_link    text,
    content_digest text not null,
    unique (source, id),
    check ((claim_source is null) = (claim_id is null))
);
create index evidence_by_session on evidence (session_key);

-- Mutable by nature: which windows are open now. A decided claim has no row here.
create table cohort (
    id         text primary key,
    settles_at timestamptz not null,
    generation integer not null default 1,
    published  boolean not null default false,
    settled    boolean not null default false
);
create index cohort_unpublished on cohort (settles_at) where not published;
create index cohort_unsettled on cohort (settles_at) where not settled;

create table measurement_window (
    claim_key   bigint primary key references claim,
    session_key bigint not null references session,
    cohort_id   text not null references cohort,
    closes_at   timestamptz not null
);
create index measurement_window_by_cohort on measurement_window (cohort_id, closes_at, claim_key);
create index measurement_window_by_close on measurement_window (closes_at);

create table decision (
    decision_key         bigint generated always as identity primary key,
    claim_key            bigint not null references claim,
    number               integer not null check (number >= 1),
    customer             text not null,
    verdict              text not null check (verdict in ('BILLABLE', 'NOT_BILLABLE', 'UNPROVABLE', 'NEEDS_REVIEW')),
    reason               text,
    tier                 text,
    amount               numeric not null,
    unit                 text not null,
    closes_at            timestamptz not null,
    as_of                timestamptz not null,
    issued_at            timestamptz not null,
    booked_in            date not null check (extract(day from booked_in) = 1),
    -- The last evidence of the session that was known: what came after it is late.
    evidence_up_to       bigint not null,
    contract_digest      text not null references contract_version (digest),
    rule_set_digest      text not null,
    evidence_digest      text not null,
    engine_version       text not null,
    case_file            text not null,
    document             text not null,
    unique (claim_key, number),
    check (amount >= 0),
    check (verdict = 'BILLABLE' or amount = 0)
);
create index decision_by_booking on decision (customer, booked_in, claim_key);

-- Law 5: what was received or decided is superseded by further rows, never changed.
create trigger claim_is_kept before update or delete on claim for each row execute function refuse_change();
create trigger claims_are_kept before truncate on claim for each statement execute function refuse_change();
create trigger evidence_is_kept before update or delete on evidence for each row execute function refuse_change();
create trigger evidences_are_kept before truncate on evidence for each statement execute function refuse_change();
create trigger decision_is_kept before update or delete on decision for each row execute function refuse_change();
create trigger decisions_are_kept before truncate on decision for each statement execute function refuse_change();

-- The contract of a session is bound once.
create function refuse_rebinding() returns trigger language plpgsql as $$
begin
    if old.contract_digest is not null and new.contract_digest is distinct from old.contract_digest then
        raise exception 'session % is bound to contract %', old.session_key, old.contract_digest;
    end if;
    return new;
end $$;
create trigger session_keeps_its_contract before update on session for each row execute function refuse_rebinding();
