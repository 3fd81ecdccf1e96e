-- Who is called first, and when.
create table duty_shift (
    id       bigint generated always as identity primary key,
    person   text not null references person (name),
    from_at  timestamptz not null,
    until_at timestamptz not null check (until_at > from_at)
);
create index duty_shift_by_end on duty_shift (until_at);

-- Mail that waits to leave with others in one: for the end of the quiet hours, or because one left a moment ago.
create table waiting_mail (
    id      bigint generated always as identity primary key,
    address text not null,
    subject text not null,
    body    text not null,
    due_at  timestamptz not null
);
create index waiting_mail_by_due on waiting_mail (due_at);
create table mail_left (
    address text primary key,
    left_at timestamptz not null
);

-- When each source of alerts was last heard, and since when people know that it fell silent.
create table source_heard (
    source   text primary key,
    heard_at timestamptz not null,
    ended    boolean not null,
    told_at  timestamptz
);
