-- Cases as the job wrote them. `record` is the newest version's JSON, unchanged; the other columns are taken out of it
-- for lists, filters and panels, with NUL characters replaced (PostgreSQL has no place for them in text).
create table case_file (
    case_id        text primary key,
    number         text not null unique,
    version        bigint not null check (version >= 1),
    severity       text not null check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    severity_rank  smallint not null generated always as (
        case severity when 'CRITICAL' then 3 when 'HIGH' then 2 when 'MEDIUM' then 1 else 0 end) stored,
    title_id       text not null,
    title_en       text not null,
    node           text not null,
    agent_id       text not null,
    agent_name     text,
    rules          text[] not null,
    opened_at      timestamptz not null,
    first_seen     timestamptz not null,
    last_seen      timestamptz not null,
    alert_count    bigint not null,
    search_text    text not null,
    record         text not null,
    first_received timestamptz not null,
    last_received  timestamptz not null
);
create index case_file_in_queue_order on case_file (severity_rank desc, opened_at desc, number desc);
create index case_file_by_opening on case_file (opened_at);

-- The last number given in each year, in the desk's time zone.
create table case_number (
    year       integer primary key,
    last_given bigint not null
);
