-- What a person's authenticator and the desk both know. It asks for codes only once the person has shown a right one.
create table second_factor (
    person    text primary key references person (name),
    secret    bytea not null,
    confirmed boolean not null default false,
    -- The moment of the last code that was taken, in steps of 30 s: no code works twice.
    last_step bigint not null default 0
);

-- For a lost telephone; each works once. Only their hashes are kept.
create table recovery_code (
    person    text not null references person (name),
    code_hash text not null,
    used_at   timestamptz,
    primary key (person, code_hash)
);
