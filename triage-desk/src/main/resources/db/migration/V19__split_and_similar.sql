-- Findings that people took out of a case, and the case that they went on as. No later version brings them back.
create table case_split (
    case_id    text not null references case_file,
    finding_id text not null,
    into_case  text not null references case_file,
    primary key (case_id, finding_id)
);
alter table case_course add column split_from text references case_file;

-- To find cases of the past that are like one: of the same machine, of the same rules.
alter table case_file add column techniques text[] not null default '{}';
create index case_file_by_machine on case_file (node, agent_id, last_seen desc);
create index case_file_by_rule on case_file using gin (rules);
