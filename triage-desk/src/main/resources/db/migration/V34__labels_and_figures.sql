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
