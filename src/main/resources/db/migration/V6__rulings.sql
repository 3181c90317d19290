-- Room adjudication: what people ruled on outcomes.

create table ruling (
    ruling_key  bigint generated always as identity primary key,
    -- Names the matter that it comes from: the same id rules once, however often it is tried.
    id          text   not null unique,
    claim_key   bigint not null references claim,
    session_key bigint not null references session,
    ruled_by    text   not null check (ruled_by <> ''),
    document    text   not null
);
create index ruling_by_session on ruling (session_key);
create trigger ruling_is_kept before update or delete on ruling for each row execute function refuse_change();
create trigger rulings_are_kept before truncate on ruling for each statement execute function refuse_change();

-- How many rulings on the claim this decision knew of.
alter table decision add column rulings integer not null default 0 check (rulings >= 0);
