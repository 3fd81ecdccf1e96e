-- What forwarders said last of each of their sources, as topics `sources` and `ledger` told it. The clock is theirs.
create table source_entry (
    source       text primary key,
    host         text not null,
    kind         text not null,
    delay_millis bigint not null,
    retired      boolean not null,
    since        timestamptz not null
);
create table source_ledger (
    source       text primary key,
    kind         text not null,
    told_at      timestamptz not null,
    began        timestamptz not null,
    acknowledged bigint not null,
    refused      bigint not null,
    bytes_behind bigint not null,
    up_to        timestamptz,
    last_alert   timestamptz,
    trouble      text,
    gap_count    bigint not null
);

-- Alerts known to be missing, whoever found it: a forwarder (in its ledger) or the job (in a case).
create table source_gap (
    gap_id  text primary key,
    source  text not null,
    node    text,
    reason  text not null,
    from_at timestamptz not null,
    to_at   timestamptz not null,
    alerts  bigint not null,
    detail  text not null
);
create index source_gap_by_end on source_gap (to_at);

-- Topic `alerts.rejected`: how many lines on each day (UTC), and the beginnings of the latest.
create table rejected_day (
    day    date not null,
    reason text not null,
    lines  bigint not null,
    primary key (day, reason)
);
create table rejected_line (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    source  text not null,
    reason  text not null,
    place   text not null,
    excerpt text not null
);

-- How far the job has noted that it read topic `alerts`, in records of all partitions, and since when that stands still.
create table job_progress (
    one        boolean primary key default true check (one),
    done       bigint not null,
    behind     bigint not null,
    moved_at   timestamptz not null,
    checked_at timestamptz not null
);

-- heard_at is moved to the start of the desk, which listened to nobody before; this is the last word itself.
alter table source_heard add column beat_at timestamptz;
update source_heard set beat_at = heard_at where told_at is not null;

create index outbox_given_up on outbox (given_up) where given_up is not null;
create index case_file_by_reception on case_file (last_received);
