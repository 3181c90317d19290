-- Room notice: what happened, told to those who asked for it by signed webhooks (docs/webhooks.md).

-- Where to send. Mutable by nature; what was done to it stands in webhook_change.
create table webhook (
    id               text        primary key check (id ~ '^wh_[0-9a-f]{24}$'),
    customer         text        check (customer ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    url              text        not null check (url ~ '^https?://'),
    events           text[]      not null check (cardinality(events) > 0),
    description      text        not null,
    created_at       timestamptz not null,
    -- The first attempt that failed since the last one that did not.
    failing_since    timestamptz,
    -- The receiver asked us to wait.
    quiet_until      timestamptz,
    disabled_at      timestamptz,
    disabled_because text        check (disabled_because in ('asked', 'failing', 'gone')),
    check ((disabled_at is null) = (disabled_because is null))
);
-- The same events twice to one address would be a mistake.
create unique index webhook_of_an_address on webhook (coalesce(customer, ''), url) where disabled_at is null;

-- What signs. Needed in the clear for every signature, so whoever reads this table can sign as we do. Only its end ever changes.
create table webhook_secret (
    webhook    text        not null references webhook,
    number     integer     not null check (number >= 1),
    key        bytea       not null check (length(key) between 24 and 64),
    created_at timestamptz not null,
    expires_at timestamptz,
    primary key (webhook, number)
);

create table webhook_change (
    change_key bigint      generated always as identity primary key,
    webhook    text        not null references webhook,
    changed_at timestamptz not null,
    changed_by text        not null,
    change     text        not null check (change in ('created', 'rotated', 'enabled', 'disabled', 'redelivered')),
    because    text        not null
);
create index webhook_change_by_webhook on webhook_change (webhook, change_key);
create trigger webhook_change_is_kept before update or delete on webhook_change for each row execute function refuse_change();
create trigger webhook_changes_are_kept before truncate on webhook_change for each statement execute function refuse_change();

-- What is told, written with what happened. Its id is made of what happened, so that nothing is told as two things.
create table notice (
    id          text        primary key check (id ~ '^msg_[a-z2-7]{26}$'),
    customer    text        not null,
    type        text        not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    body        text        not null
);
create index notice_by_age on notice (recorded_at);

-- One notice for one webhook. Mutable by nature; what was tried stands in delivery_attempt.
create table delivery (
    delivery_key  bigint      generated always as identity primary key,
    notice        text        not null references notice on delete cascade,
    webhook       text        not null references webhook,
    state         text        not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    -- How often it was tried, also by somebody who never came back to say how it went.
    attempts      integer     not null default 0 check (attempts >= 0),
    -- How many of them came before somebody sent it anew, which begins the schedule again.
    attempts_before integer   not null default 0 check (attempts_before between 0 and attempts),
    -- While it is being sent: when another may try it, should the sender never come back.
    due_at        timestamptz check ((due_at is not null) = (state = 'WAITING')),
    unique (notice, webhook)
);
create index delivery_due on delivery (webhook, due_at) where state = 'WAITING';
create index delivery_by_webhook on delivery (webhook, delivery_key);

create table delivery_attempt (
    delivery_key bigint      not null references delivery on delete cascade,
    number       integer     not null check (number >= 1),
    attempted_at timestamptz not null,
    took_millis  bigint      not null check (took_millis >= 0),
    status       integer     check (status between 100 and 999),
    failure      text,
    primary key (delivery_key, number),
    check ((status is null) = (failure is not null))
);

-- Old notices are thrown away whole; until then they are as they were.
create trigger notice_is_kept before update on notice for each row execute function refuse_change();
create trigger delivery_attempt_is_kept before update on delivery_attempt for each row execute function refuse_change();
