-- Each reminder of a legal clock once a case.
create table legal_reminder (
    case_id text not null references case_file,
    clock   text not null,
    level   integer not null,
    made_at timestamptz not null,
    primary key (case_id, clock, level)
);
