-- The findings of the last 90 days, newest version of each, as topic `findings` told them: what exceptions cover, and how
-- often rules fire. `exceptions` names those that cover it; it is empty where nothing does, and where only a window does.
create table finding (
    finding_id text primary key,
    rule       text not null,
    title_id   text not null,
    title_en   text not null,
    severity   text not null,
    machine    text not null,
    entity     text not null,
    last_at    timestamptz not null,
    matches    bigint not null,
    trial      boolean not null,
    withdrawn  boolean not null,
    excepted   boolean not null,
    exceptions text[] not null
);
create index finding_by_time on finding (last_at);
create index finding_by_exception on finding using gin (exceptions);

-- What exceptions covered in findings that are forgotten by now. A day of the desk's time zone.
create table exception_day (
    exception_id text not null references finding_exception,
    day          date not null,
    findings     bigint not null,
    last_at      timestamptz not null,
    primary key (exception_id, day)
);

-- Findings from before are forgotten and counted above: read again, they are not taken again.
create table finding_trim (
    one    boolean primary key default true check (one),
    before timestamptz not null
);
insert into finding_trim (before) values ('-infinity');
