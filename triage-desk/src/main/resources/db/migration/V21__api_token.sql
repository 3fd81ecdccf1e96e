-- Keys by which programs act for a person. Only their hashes are kept; a person's roles are those of the moment.
create table api_token (
    id         bigint generated always as identity primary key,
    token_hash text not null unique,
    person     text not null references person (name),
    purpose    text not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
