-- The latest alerts, to look things up in while a case is studied. A copy that can be read anew from topic `alerts`, so
-- its writes need no log: after a crash of the database both tables are empty.
create unlogged table recent_alert (
    id          bigint generated always as identity primary key,
    taken_at    timestamptz not null,
    at          timestamptz not null,
    machine     text not null,
    agent_name  text not null,
    rule_id     text not null,
    level       integer not null,
    description text not null,
    source_ip   text,
    account     text,
    excerpt     text not null
);
create index recent_alert_by_machine on recent_alert (machine, at desc);
create index recent_alert_by_source on recent_alert (source_ip, at desc) where source_ip is not null;
create index recent_alert_by_account on recent_alert (account, at desc) where account is not null;

create unlogged table recent_alert_place (
    partition   integer primary key,
    topic_id    text not null,
    next_offset bigint not null
);
