-- Where cases stand and how long steps take, for Grafana. Names and columns are a promise to dashboards.
create view panel_stages as
select lower(course.stage) as stage, lower(file.severity) as severity, count(*) as cases,
    count(*) filter (where course.due_at < now()) as overdue, min(course.due_at) as next_due
from case_course course join case_file file using (case_id)
where course.closed_at is null
group by 1, 2;

create view panel_steps as
select lower(from_stage) as stage, at as left_at, work_seconds / 60.0 as work_minutes,
    extract(epoch from due_at - at) / 60.0 as minutes_before_due
from case_move;

create view panel_verdicts as
select lower(verdict) as verdict, lower(siem_rating) as siem_rating, decided_at from verdict;
