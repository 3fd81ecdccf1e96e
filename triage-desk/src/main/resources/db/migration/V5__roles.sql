-- What people may do, and how they sign. A person from before there were roles keeps the desk running alone.
alter table person
    add column full_name    text not null default '',
    add column nip          text not null default '',
    add column post         text not null default '',
    add column phone        text not null default '',
    add column mail         text not null default '',
    add column roles        text[] not null default '{ANALYST,ADMINISTRATOR}',
    add column active       boolean not null default true,
    add column failures     integer not null default 0,
    add column locked_until timestamptz,
    -- Plt. or Plh.: acts for an office from one day to another, both included.
    add column acting       text not null default '' check (acting in ('', 'Plt.', 'Plh.')),
    add column acting_from  date,
    add column acting_to    date;
alter table person alter column roles drop default;
-- A person who was invited has no password yet.
alter table person alter column password_hash drop not null;

-- A link that works once. Only its hash is kept; without a person it makes the first administrator.
create table invitation (
    token_hash text primary key,
    person     text references person (name),
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
