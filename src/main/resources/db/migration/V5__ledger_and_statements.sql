-- Rooms ledger and statement: a double-entry journal, prepaid credits, counts and closed statements.

-- Interaction fees are due whatever the verdict; the outcome itself still costs nothing unless it is billable.
alter table decision add column fees numeric not null default 0 check (fees >= 0);
alter table decision drop constraint decision_check;
alter table decision add constraint decision_costs_nothing_unless_billable check (verdict = 'BILLABLE' or amount = fees);

-- How far a customer's months are closed. Mutable by nature.
create table book (
    customer       text primary key,
    closed_through date not null check (extract(day from closed_through) = 1)
);

create table credit_grant (
    grant_key      bigint generated always as identity primary key,
    customer       text not null,
    source         text not null,
    category       text not null check (category in ('plan', 'promotional', 'pilot', 'top_up', 'rollover')),
    unit           text not null,
    priority       integer not null,
    valid_from     timestamptz not null,
    expires_at     timestamptz,
    rollover_limit numeric,
    created_at     timestamptz not null,
    unique (customer, source),
    check (expires_at > valid_from)
);

-- What a grant's postings come to, kept by them for speed and for this check: no grant is ever below zero. Mutable by nature.
create table grant_balance (
    grant_key bigint primary key references credit_grant,
    available numeric not null default 0 check (available >= 0),
    held      numeric not null default 0 check (held >= 0),
    used      numeric not null default 0,
    rolled_in numeric not null default 0 check (rolled_in >= 0)
);

-- What the postings of a line count in a month, kept for speed. Mutable by nature.
create table meter (
    customer         text not null,
    contract_version integer not null,
    outcome_type     text not null,
    line             text not null,
    month            date not null check (extract(day from month) = 1),
    count            bigint not null check (count >= 0),
    primary key (customer, month, contract_version, outcome_type, line)
);

create sequence journal_entry_key;

create table journal_entry (
    entry_key   bigint primary key,
    customer    text not null,
    kind        text not null check (kind in ('HELD', 'RELEASED', 'CHARGED', 'REVERSED', 'RERATED', 'GRANTED', 'EXPIRED', 'VOIDED',
                  'ROLLED_OUT', 'ROLLED_IN', 'CLOSED')),
    booked_in   date not null check (extract(day from booked_in) = 1),
    posted_at   timestamptz not null,
    note        text not null,
    -- An entry is whole when its transaction ends; a later one may not add to it.
    transaction xid8 not null default pg_current_xact_id()
);
create index journal_entry_by_booking on journal_entry (customer, booked_in);

create table posting (
    entry_key        bigint not null,
    number           integer not null check (number >= 1),
    account          text not null check (account in ('RECEIVABLE', 'REVENUE', 'HELD', 'PENDING', 'GRANT', 'GRANT_HELD', 'ISSUED', 'USED',
                       'EXPIRED', 'VOIDED', 'ROLLED', 'FREE', 'CONVERSION', 'ROUNDING')),
    unit             text not null,
    amount           numeric not null,
    grant_key        bigint,
    claim_key        bigint,
    line_kind        text,
    contract_version integer,
    outcome_type     text,
    line             text,
    counts_in        date,
    free             text,
    quantity         smallint not null,
    reverses_entry   bigint,
    reverses_number  integer,
    primary key (entry_key, number),
    check ((grant_key is not null) = (account in ('GRANT', 'GRANT_HELD'))),
    check ((line is not null) = (account = 'REVENUE')),
    check ((reverses_entry is null) = (reverses_number is null))
);
create index posting_by_claim on posting (claim_key) where claim_key is not null;
-- What was reversed once cannot be reversed again.
create unique index posting_reversal on posting (reverses_entry, reverses_number) where reverses_entry is not null;

-- Every entry sums to zero per unit, and so does each claim's part of it. Deferred: postings follow their entry.
create function entry_balances() returns trigger language plpgsql as $$
begin
    if not exists (select from posting where entry_key = new.entry_key) then
        raise exception 'journal entry % has no postings', new.entry_key using errcode = 'integrity_constraint_violation';
    end if;
    if exists (select from posting where entry_key = new.entry_key group by claim_key, unit having sum(amount) <> 0) then
        raise exception 'journal entry % does not sum to zero', new.entry_key using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger journal_entry_balances after insert on journal_entry deferrable initially deferred
    for each row execute function entry_balances();

create function postings_join_their_own_entry() returns trigger language plpgsql as $$
begin
    if exists (select from added left join journal_entry using (entry_key)
               where journal_entry.transaction is distinct from pg_current_xact_id()) then
        raise exception 'a posting must be written with its journal entry' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger posting_joins_its_own_entry after insert on posting referencing new table as added
    for each statement execute function postings_join_their_own_entry();

-- So that no posting can draw from a grant what it has not.
create function grants_follow_their_postings() returns trigger language plpgsql as $$
begin
    update grant_balance
    set available = grant_balance.available - moved.available,
        held = grant_balance.held - moved.held,
        used = grant_balance.used + moved.used,
        rolled_in = grant_balance.rolled_in + moved.rolled_in
    from (
        select grant_key,
          coalesce(sum(amount) filter (where account = 'GRANT'), 0) as available,
          coalesce(sum(amount) filter (where account = 'GRANT_HELD'), 0) as held,
          coalesce(sum(amount) filter (where kind in ('CHARGED', 'REVERSED', 'RERATED')), 0) as used,
          - coalesce(sum(amount) filter (where kind = 'ROLLED_IN'), 0) as rolled_in
        from added
        join journal_entry using (entry_key)
        where grant_key is not null
        group by grant_key) as moved
    where grant_balance.grant_key = moved.grant_key;
    return null;
end $$;
create trigger posting_moves_its_grant after insert on posting referencing new table as added
    for each statement execute function grants_follow_their_postings();

create table statement (
    statement_key bigint generated always as identity primary key,
    customer      text not null,
    period        date not null check (extract(day from period) = 1),
    closed_at     timestamptz not null,
    closed_by     text not null,
    document      text not null,
    unique (customer, period)
);

create trigger credit_grant_is_kept before update or delete on credit_grant for each row execute function refuse_change();
create trigger credit_grants_are_kept before truncate on credit_grant for each statement execute function refuse_change();
create trigger journal_entry_is_kept before update or delete on journal_entry for each row execute function refuse_change();
create trigger journal_entries_are_kept before truncate on journal_entry for each statement execute function refuse_change();
create trigger posting_is_kept before update or delete on posting for each row execute function refuse_change();
create trigger postings_are_kept before truncate on posting for each statement execute function refuse_change();
create trigger statement_is_kept before update or delete on statement for each row execute function refuse_change();
create trigger statements_are_kept before truncate on statement for each statement execute function refuse_change();
