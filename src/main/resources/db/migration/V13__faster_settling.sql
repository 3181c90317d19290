-- What is written for every decision, made cheaper without giving up any promise.

-- A decision is made under its session's contract, and that is what the session is bound to once and for all, checked there.
alter table decision drop constraint decision_contract_digest_fkey;

-- Asked of each entry, not of each posting.
create or replace function postings_join_their_own_entry() returns trigger language plpgsql as $$
begin
    if exists (select from (select distinct entry_key from added) as joined left join journal_entry using (entry_key)
               where journal_entry.transaction is distinct from pg_current_xact_id()) then
        raise exception 'a posting must be written with its journal entry' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
