-- Until then a case waits for the world: neither a person nor a step is expected. An open case that is quiet without that stands still.
alter table work_case add column quiet_until timestamptz;

update work_case
set quiet_until = dispute_standing.wait_until
from dispute_standing
where dispute_standing.dispute_id = work_case.case_id and work_case.closed_at is null;
