-- Room casework: work that waits for people.

create table work_case (
    case_id   text        primary key,
    kind      text        not null check (kind in ('claim-review', 'dispute', 'credit-review')),
    customer  text        not null,
    subject   text        not null,
    parent    text        references work_case,
    opened_at timestamptz not null,
    -- What follows is mutable by nature: how the case stands.
    closed_at timestamptz,
    outcome   text,
    started   boolean     not null,
    check ((closed_at is null) = (outcome is null)),
    check (parent is null or started) -- its parent's process carries it
);
create index work_case_unstarted on work_case (opened_at) where not started and closed_at is null;
create index work_case_open on work_case (case_id) where closed_at is null;
create index work_case_by_customer on work_case (customer, opened_at);
create index work_case_by_parent on work_case (parent) where parent is not null;

create table case_event (
    event_key  bigint      generated always as identity primary key,
    case_id    text        not null references work_case,
    at         timestamptz not null,
    actor      text        not null,
    actor_name text        not null,
    what       text        not null check (what ~ '^[a-z][a-z_]*$'),
    text       text        not null,
    details    text        not null -- JSON object of texts
);
create index case_event_by_case on case_event (case_id, event_key);
create trigger case_event_is_kept before update or delete on case_event for each row execute function refuse_change();
create trigger case_events_are_kept before truncate on case_event for each statement execute function refuse_change();

-- Mutable by nature: what a waiting process still has to be told.
create table case_signal (
    signal_key bigint  generated always as identity primary key,
    case_id    text    not null references work_case,
    message    text    not null,
    told       boolean not null default false
);
create index case_signal_untold on case_signal (signal_key) where not told;

-- Mutable by nature: who has it. An answered task stays as it is.
create table task (
    task_id      text        primary key,
    case_id      text        not null references work_case,
    kind         text        not null check (kind in ('decide-flagged-outcome', 'review-dispute', 'approve-credit',
                   'approve-credit-again')),
    round        integer     not null check (round >= 1),
    role         text        not null,
    assignee     text,
    touched_at   timestamptz not null, -- when the assignee last did something with it
    created_at   timestamptz not null,
    remind_at    timestamptz,
    due_at       timestamptz,
    reminded_at  timestamptz,
    escalated_at timestamptz,
    state        text        not null check (state in ('OPEN', 'DONE', 'CANCELLED')),
    version      integer     not null default 1 check (version >= 1),
    answer       text, -- JSON object of texts
    done_at      timestamptz,
    done_by      text,
    job_key      bigint      not null,
    told         boolean     not null, -- the engine knows that it is no longer open
    unique (case_id, kind, round),
    check ((state = 'DONE') = (answer is not null)),
    check ((answer is null) = (done_at is null) and (answer is null) = (done_by is null)),
    check (not (state = 'OPEN' and told))
);
create index task_queue on task (due_at, task_id) where state = 'OPEN';
create index task_by_assignee on task (assignee) where state = 'OPEN' and assignee is not null;
create index task_untold on task (task_id) where state <> 'OPEN' and not told;

create function answered_task_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'OPEN'
       and (new.state, new.answer, new.done_at, new.done_by, new.assignee, new.version)
           is distinct from (old.state, old.answer, old.done_at, old.done_by, old.assignee, old.version) then
        raise exception 'expected task % to stay as it was answered', old.task_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger task_is_kept before update or delete on task for each row execute function answered_task_stays();
create trigger tasks_are_kept before truncate on task for each statement execute function refuse_change();
