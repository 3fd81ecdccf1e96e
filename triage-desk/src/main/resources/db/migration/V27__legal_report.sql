-- That what the law asks for was told, when and to whom: it ends the legal clock. Once a clock and never changed.
create table legal_report (
    case_id    text not null references case_file,
    clock      text not null check (clock in ('IIV_REPORT', 'PERSONAL_DATA_NOTICE')),
    sent_at    timestamptz not null,
    recipient  text not null,
    ticket     text not null,
    written_by text not null,
    written_at timestamptz not null,
    primary key (case_id, clock)
);
