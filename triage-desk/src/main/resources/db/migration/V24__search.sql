-- What is looked for may stand anywhere in a text: found by its letters, three at a time. pg_trgm comes with PostgreSQL
-- (Debian: in package postgresql), and whoever owns the database may switch it on.
create extension if not exists pg_trgm;
update case_file set search_text = search_text || chr(10) || lower(number);
create index case_file_by_text on case_file using gin (search_text gin_trgm_ops);

-- The archive's whole order, so that a page of it is read off the index.
drop index case_course_by_closing;
create index case_course_by_closing on case_course (closed_at desc, case_id desc) where closed_at is not null;
