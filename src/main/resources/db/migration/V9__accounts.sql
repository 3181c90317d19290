-- Room access: people who sign in to the console, and their sessions.

alter table api_key drop constraint api_key_role_check;
alter table api_key add constraint api_key_role_check
    check (role in ('service', 'deal-desk', 'reviewer', 'lead', 'finance-admin', 'customer', 'auditor'));

-- A name is never given to anybody else: timelines and rulings name it for good.
create table account (
    name         text        primary key check (name ~ '^[a-z0-9][a-z0-9._@+-]{0,99}$'),
    display_name text        not null check (display_name <> ''),
    role         text        not null check (role in ('deal-desk', 'reviewer', 'lead', 'finance-admin', 'customer', 'auditor')),
    customer     text        check (customer ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    -- As a password encoder wrote it, with the name of its algorithm in front; none: signs in by single sign-on alone.
    password     text        check (password like '{%'),
    created_at   timestamptz not null,
    disabled_at  timestamptz check (disabled_at >= created_at),
    check ((role = 'customer') = (customer is not null))
);

-- A password changes, and an account is disabled once and for good. Another role is another account, so that what somebody
-- did can always be told with the role in which it was done.
create function refuse_account_change() returns trigger language plpgsql as $$
begin
    if (old.disabled_at is null or new.disabled_at is not distinct from old.disabled_at)
        and row(new.name, new.display_name, new.role, new.customer, new.created_at)
            is not distinct from row(old.name, old.display_name, old.role, old.customer, old.created_at) then
        return new;
    end if;
    raise exception 'expected account % only to be disabled or given a password, but got another change', old.name
        using errcode = 'restrict_violation', hint = 'Add another account and disable this one.';
end
$$;

create trigger account_is_only_disabled
    before update on account for each row execute function refuse_account_change();
create trigger account_is_kept
    before delete on account for each row execute function refuse_change();
create trigger accounts_are_kept
    before truncate on account for each statement execute function refuse_change();

-- Signed-in state, shared by all replicas; written by Spring Session, in the names and types that it asks for.
create table spring_session (
    primary_id            char(36)     primary key,
    session_id            char(36)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
