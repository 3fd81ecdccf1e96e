-- The labels that a case lies under: its report's, AMBER until there is one, and those of others who told of it or of a
-- case that was merged into it.
create view case_labels as
select course.case_id, coalesce(report.tlp, 'AMBER') as tlp
from case_course course left join case_report report using (case_id)
union all
select case_id, source_tlp from case_course where source_tlp is not null
union all
select merged_into, source_tlp from case_course where source_tlp is not null and merged_into is not null;
create index case_course_told_and_merged on case_course (merged_into)
    where source_tlp is not null and merged_into is not null;

-- What the figures of the team and of a month are read off.
create index case_course_open on case_course (due_at) where closed_at is null;
create index case_move_by_time on case_move (at);
create index verdict_by_time on verdict (decided_at);
create index letter_by_reply on letter (replied_on) where replied_on is not null;
