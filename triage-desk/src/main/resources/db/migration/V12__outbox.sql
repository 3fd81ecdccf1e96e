-- What is to leave the desk, written in the transaction of the deed that causes it, and sent until it has arrived.
create table outbox (
    id       bigint generated always as identity primary key,
    way      text not null check (way in ('TOPIC', 'WEBHOOK', 'MAIL')),
    target   text not null,
    key      text not null,
    payload  text,
    made_at  timestamptz not null,
    attempts integer not null default 0,
    next_at  timestamptz not null,
    sent_at  timestamptz,
    given_up timestamptz,
    fault    text
);
create index outbox_waiting on outbox (next_at, id) where sent_at is null and given_up is null;
