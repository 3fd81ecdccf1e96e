-- The worst severity that people were told of, so that a case calls again only when it has become worse.
create table told_severity (
    case_id text primary key references case_file,
    rank    smallint not null
);

-- Each reminder once for each time that a case entered a stage.
create table reminder (
    case_id    text not null references case_file,
    entered_at timestamptz not null,
    level      integer not null,
    made_at    timestamptz not null,
    primary key (case_id, entered_at, level)
);
