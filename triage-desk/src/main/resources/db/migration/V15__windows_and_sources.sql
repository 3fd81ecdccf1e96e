-- Where a case came from: KORELASI, or opened by hand after a complaint (ADUAN), a notice of BSSN, or otherwise (MANUAL).
alter table case_course add column source text not null default 'KORELASI'
    check (source in ('KORELASI', 'ADUAN', 'BSSN', 'MANUAL'));

-- The team's own scanner at work: findings that it causes open no case.
create table va_window (
    id         bigint generated always as identity primary key,
    case_id    text not null references case_file,
    source_ips text[] not null,
    from_at    timestamptz not null,
    until_at   timestamptz not null,
    opened_by  text not null,
    opened_at  timestamptz not null
);
create index va_window_by_case on va_window (case_id, id);
