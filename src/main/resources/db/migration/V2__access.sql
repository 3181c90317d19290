-- Who may call. The secret itself is never stored: it is shown once, when the key is created.
create table api_key (
    id            text        primary key check (id ~ '^[0-9a-f]{12}$'),
    secret_sha256 bytea       not null check (length(secret_sha256) = 32),
    role          text        not null check (role in ('service', 'deal-desk', 'reviewer', 'finance-admin', 'customer', 'auditor')),
    customer      text        check (customer ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name          text        not null check (name <> ''),
    created_at    timestamptz not null,
    revoked_at    timestamptz check (revoked_at >= created_at),
    check ((role = 'customer') = (customer is not null))
);

-- A key is revoked, once and for good; nothing else of it ever changes, so that the records which name it stay true.
create function refuse_key_change() returns trigger language plpgsql as $$
begin
    if old.revoked_at is null
        and row(new.id, new.secret_sha256, new.role, new.customer, new.name, new.created_at)
            is not distinct from row(old.id, old.secret_sha256, old.role, old.customer, old.name, old.created_at) then
        return new;
    end if;
    raise exception 'expected key % only to be revoked, but got another change', old.id
        using errcode = 'restrict_violation', hint = 'Create a new key and revoke this one.';
end
$$;

create trigger api_key_is_only_revoked
    before update on api_key for each row execute function refuse_key_change();
create trigger api_key_is_kept
    before delete on api_key for each row execute function refuse_change();
create trigger api_keys_are_kept
    before truncate on api_key for each statement execute function refuse_change();
