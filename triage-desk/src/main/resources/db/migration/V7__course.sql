-- Where each case stands. `stage` is a name of StageName; author, verifier and ratifier are those of the report on its way.
create table case_course (
    case_id       text primary key references case_file,
    stage         text not null,
    owner         text references person (name),
    author        text,
    verifier      text,
    ratifier      text,
    waived        boolean not null default false,
    reanalyses    integer not null default 0,
    merged_into   text references case_file,
    entered_at    timestamptz not null,
    due_at        timestamptz,
    discovered_at timestamptz,
    closed_at     timestamptz
);
create index case_course_by_stage on case_course (stage, due_at);
create index case_course_by_owner on case_course (owner, due_at);

-- Cases from before the desk knew stages wait as candidates; their three hours are counted by the wall.
insert into case_course (case_id, stage, entered_at, due_at)
select case_id, 'CANDIDATE', first_received, first_received + interval '3 hours' from case_file;

create table case_move (
    id           bigint generated always as identity primary key,
    case_id      text not null references case_file,
    move         text not null,
    from_stage   text not null,
    to_stage     text not null,
    actor        text not null,
    role         text not null,
    acting       text not null default '',
    at           timestamptz not null,
    note         text not null,
    channel      text not null,
    due_at       timestamptz,
    work_seconds bigint not null,
    waived       boolean not null
);
create index case_move_by_case on case_move (case_id, id);
