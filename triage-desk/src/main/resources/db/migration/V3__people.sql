-- Who may enter. Names are kept in lower case.
create table person (
    id            bigint generated always as identity primary key,
    name          text not null unique check (name = lower(name)),
    password_hash text not null,
    created_at    timestamptz not null
);
