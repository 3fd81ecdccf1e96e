-- Every deed at the desk, each row chained to the one before by its hash. Rows are only ever added.
create table journal (
    seq      bigint primary key,
    at       timestamptz not null,
    actor    text not null,
    role     text not null,
    deed     text not null,
    subject  text not null,
    detail   text not null,
    previous text not null,
    hash     text not null
);
create index journal_by_subject on journal (subject, seq);

-- The end of the chain: without it, rows cut off at the end would not be missed.
create table journal_head (
    only_one boolean primary key default true check (only_one),
    seq      bigint not null,
    hash     text not null
);
insert into journal_head (seq, hash) values (0, repeat('0', 64));

create function journal_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'the journal is only ever added to'; end $$;
create trigger journal_append_only before update or delete or truncate on journal
for each statement execute function journal_is_append_only();
