-- Step 6: what a person adds to the facts of the case.
create table case_report (
    case_id         text primary key references case_file,
    category        text not null,
    nature          text not null,
    tlp             text not null,
    severity        text not null,
    severity_reason text not null,
    summary         text not null,
    confidentiality boolean not null,
    integrity       boolean not null,
    availability    boolean not null,
    service_impact  text not null,
    data_impact     text not null,
    public_impact   text not null,
    actions         text not null,
    at_once         text not null,
    at_once_owner   text not null,
    at_once_due     date,
    soon            text not null,
    soon_owner      text not null,
    soon_due        date,
    later           text not null,
    later_owner     text not null,
    later_due       date,
    lessons         text not null,
    written_by      text not null,
    written_at      timestamptz not null
);

-- Documents as they were when a hand passed them on. Rows are never changed: a correction is a new version.
create table document (
    id      bigint generated always as identity primary key,
    case_id text not null references case_file,
    kind    text not null,
    version integer not null,
    stage   text not null,
    made_at timestamptz not null,
    made_by text not null,
    sha256  text not null,
    content bytea not null,
    unique (case_id, kind, version)
);
