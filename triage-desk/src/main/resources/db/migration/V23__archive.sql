-- The archive begins with what was closed last.
create index case_course_by_closing on case_course (closed_at desc) where closed_at is not null;
