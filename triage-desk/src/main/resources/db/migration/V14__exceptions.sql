-- What a FALSE POSITIVE verdict proposes not to raise again, and what became of the proposal.
create table finding_exception (
    id          text primary key,
    case_id     text not null references case_file,
    rules       text[] not null,
    agent       text not null,
    source_ips  text[] not null,
    users       text[] not null,
    reason      text not null,
    days        integer not null check (days between 1 and 90),
    state       text not null check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'ENDED')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    from_at     timestamptz,
    until_at    timestamptz
);
create sequence finding_exception_number;
