-- Times in which the clock of a step stood because the case waited for others. At most one goes on.
create table case_waiting (
    id       bigint generated always as identity primary key,
    case_id  text not null references case_file,
    stage    text not null,
    reason   text not null check (reason in ('OPERATOR', 'ACCESS', 'OFFICE_CLOSED')),
    asked    text not null,
    begun_by text not null,
    from_at  timestamptz not null,
    until_at timestamptz,
    ended    text check (ended in ('ANSWERED', 'BY_HAND', 'MOVED')),
    ended_by text,
    answer   text not null default '',
    check ((until_at is null) = (ended is null))
);
create index case_waiting_by_case on case_waiting (case_id, id);
create unique index case_waiting_now on case_waiting (case_id) where until_at is null;

-- work_seconds is processing alone.
alter table case_move add column wait_seconds bigint not null default 0;

create or replace view panel_stages as
select lower(course.stage) as stage, lower(file.severity) as severity, count(*) as cases,
    count(*) filter (where course.due_at < coalesce(waiting.from_at, now())) as overdue, min(course.due_at) as next_due,
    count(waiting.from_at) as waiting
from case_course course join case_file file using (case_id)
left join case_waiting waiting on waiting.case_id = course.case_id and waiting.until_at is null
where course.closed_at is null
group by 1, 2;

create or replace view panel_steps as
select lower(from_stage) as stage, at as left_at, work_seconds / 60.0 as work_minutes,
    extract(epoch from due_at - at) / 60.0 as minutes_before_due, wait_seconds / 60.0 as wait_minutes
from case_move;
