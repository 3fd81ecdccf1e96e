-- Step 5: what the vulnerability assessment showed, the proofs, and the verdict.
create table va_result (
    id         bigint generated always as identity primary key,
    case_id    text not null references case_file,
    tool       text not null,
    target     text not null,
    started_at timestamptz,
    ended_at   timestamptz,
    finding    text not null,
    cve        text not null,
    cvss       text not null,
    outcome    text not null,
    written_by text not null,
    written_at timestamptz not null
);
create index va_result_by_case on va_result (case_id, id);

create table proof_file (
    id         bigint generated always as identity primary key,
    case_id    text not null references case_file,
    name       text not null,
    kind       text not null,
    size       bigint not null,
    sha256     text not null,
    note       text not null,
    content    bytea not null,
    written_by text not null,
    written_at timestamptz not null
);
create index proof_file_by_case on proof_file (case_id, id);

create table verdict (
    case_id     text primary key references case_file,
    verdict     text not null,
    reason      text not null,
    cause       text not null,
    siem_rating text not null,
    decided_by  text not null,
    decided_at  timestamptz not null
);
