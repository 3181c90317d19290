-- Room access: attempts to sign in, as long as they count against whoever guesses; shared, so that replicas count together.
create table sign_in_attempt (
    attempt_key  bigint      generated always as identity primary key,
    -- Whose password was tried; none where there can be no account of that name, or somebody has signed in under it since.
    name         text        check (name ~ '^[a-z0-9][a-z0-9._@+-]{0,99}$'),
    address      text        not null,
    attempted_at timestamptz not null
);
create index sign_in_attempt_by_name on sign_in_attempt (name, attempted_at);
create index sign_in_attempt_by_address on sign_in_attempt (address, attempted_at);
create index sign_in_attempt_by_age on sign_in_attempt (attempted_at);
