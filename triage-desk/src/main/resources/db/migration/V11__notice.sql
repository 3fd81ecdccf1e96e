-- Step 10: the letter to the operator of the system, the signed file, and what the operator answered.
create table letter (
    case_id       text primary key references case_file,
    number        text not null,
    dated         date,
    nature        text not null,
    enclosures    text not null,
    addressee     text not null,
    place         text not null,
    asked         text not null,
    asked_due     date,
    copies        text not null,
    signed_name   text,
    signed_sha256 text,
    signed_file   bytea,
    signed_by     text,
    signed_at     timestamptz,
    channel       text not null default '',
    delivered_at  timestamptz,
    received_by   text not null default '',
    received_on   date,
    replied_on    date,
    reply         text not null default ''
);
