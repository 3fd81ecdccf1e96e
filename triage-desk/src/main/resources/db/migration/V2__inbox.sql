-- Where the inbox stands in topic `cases`. Moved in the same transaction as the cases it read.
create table inbox_position (
    topic       text not null,
    partition   integer not null,
    topic_id    text not null,
    next_offset bigint not null,
    end_offset  bigint,
    checked_at  timestamptz,
    primary key (topic, partition)
);

-- Records that could not be taken, with the reason and the place they came from.
create table inbox_refused (
    id            bigint generated always as identity primary key,
    topic         text not null,
    partition     integer not null,
    record_offset bigint not null,
    reason        text not null,
    detail        text not null,
    value         bytea,
    received      timestamptz not null
);
