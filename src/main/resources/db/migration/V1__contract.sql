-- Records that must never change say so themselves: a table gets
--   create trigger <table>_is_append_only before update or delete on <table> for each row execute function refuse_change();
--   create trigger <table>_is_never_emptied before truncate on <table> for each statement execute function refuse_change();
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'expected % to be append-only, but got %', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation',
              hint = 'Add a record that supersedes or reverses the earlier one.';
end
$$;

create table contract_version (
    digest         text        primary key check (digest ~ '^sha256:[0-9a-f]{64}$'),
    customer       text        not null check (customer ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    version        integer     not null check (version >= 1),
    effective_from timestamptz not null,
    effective_to   timestamptz not null check (effective_to > effective_from),
    -- canonical JSON, byte for byte what the digest is over; jsonb would reorder it
    content        text        not null,
    published_at   timestamptz not null,
    published_by   text        not null check (published_by <> ''),
    -- publications are serialized by an advisory lock, so that a larger sequence is always committed later
    sequence       bigint      generated always as identity unique,
    unique (customer, version),
    unique (customer, effective_from)
);

create trigger contract_version_is_append_only
    before update or delete on contract_version for each row execute function refuse_change();
create trigger contract_version_is_never_emptied
    before truncate on contract_version for each statement execute function refuse_change();
