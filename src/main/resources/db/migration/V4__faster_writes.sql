-- What is written for every claim, made cheaper without giving up any promise.

-- An open window is derived from its claim and goes with it; session and cohort are written in the same transaction under their locks.
-- Checking both again for every row took half the time of opening it (docs/performance.md).
alter table measurement_window drop constraint measurement_window_session_key_fkey;
alter table measurement_window drop constraint measurement_window_cohort_id_fkey;
drop index measurement_window_by_close; -- no query reads it

-- Case file and document are about 2.5 kB together. By default PostgreSQL compresses rows above 2 kB, which took most of an insert.
alter table decision set (toast_tuple_target = 8160);
