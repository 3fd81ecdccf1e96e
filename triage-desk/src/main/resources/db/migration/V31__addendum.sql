-- A signed letter is a document like the others: kept as it came, never changed, and so something that can be corrected.
insert into document (case_id, kind, version, stage, made_at, made_by, sha256, content)
select case_id, 'NOTICE_LETTER', 1, 'ISSUE_LETTER', signed_at, signed_by, signed_sha256, signed_file
from letter where signed_file is not null;

-- Corrections of documents that are frozen. One that was ratified has its file, and is never changed after that.
create table addendum (
    id              bigint generated always as identity primary key,
    case_id         text not null references case_file,
    document_id     bigint not null references document,
    number          integer not null check (number >= 1),
    document_number text not null,
    corrected       text not null,
    reason          text not null,
    stage           text not null,
    author          text,
    verifier        text,
    ratifier        text,
    waived          boolean not null default false,
    sent_at         timestamptz,
    verified_at     timestamptz,
    ratified_at     timestamptz,
    note            text not null default '',
    sha256          text,
    content         bytea,
    unique (document_id, number),
    check ((sha256 is null) = (content is null))
);
create index addendum_by_case on addendum (case_id, id);
create index addendum_by_stage on addendum (stage);
-- One at a time: the next correction waits until this one is ratified, so that numbers have no holes.
create unique index addendum_on_its_way on addendum (document_id) where sha256 is null;

create function addendum_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'an addendum that was ratified is never changed';
end
$$;
create trigger addendum_frozen before update or delete on addendum
    for each row when (old.sha256 is not null) execute function addendum_frozen();
