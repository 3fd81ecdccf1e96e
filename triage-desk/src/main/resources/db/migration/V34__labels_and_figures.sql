-- A case and all that was merged into it, over however many steps.
create function parts_of(whole text) returns setof text language sql stable as $$
    with recursive part (case_id) as (
        select whole
        union
        select course.case_id from part join case_course course on course.merged_into = part.case_id
    )
    select case_id from part
$$;
create index case_course_merged on case_course (merged_into) where merged_into is not null;

-- The labels that a case lies under: its report's, AMBER until there is one, and those of others who told of one of its parts.
create function labels_of(whole text) returns setof text language sql stable as $$
    select coalesce((select tlp from case_report where case_id = whole), 'AMBER')
    union all
    select source_tlp from case_course where case_id in (select parts_of(whole)) and source_tlp is not null
$$;

-- What the figures of the team and of a month are read off.
create index case_course_open on case_course (due_at) where closed_at is null;
create index case_move_by_time on case_move (at);
create index verdict_by_time on verdict (decided_at);
create index letter_by_reply on letter (replied_on) where replied_on is not null;
