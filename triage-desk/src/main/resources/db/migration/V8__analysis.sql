-- Step 4: the six words of the SOP's remark.
create table case_analysis (
    case_id     text primary key references case_file,
    attack_form text not null,
    scheme      text not null,
    cause       text not null,
    gap         text not null,
    mitigation  text not null,
    handling    text not null,
    written_by  text not null,
    written_at  timestamptz not null
);

create table case_note (
    id         bigint generated always as identity primary key,
    case_id    text not null references case_file,
    written_at timestamptz not null,
    written_by text not null,
    note       text not null
);
create index case_note_by_case on case_note (case_id, id);

-- What people know of a machine that Wazuh watches, kept from case to case.
create table asset_card (
    node           text not null,
    agent_id       text not null,
    system         text not null,
    url            text not null,
    keeper         text not null,
    pse            text not null,
    pse_head       text not null,
    pse_place      text not null,
    pse_contact    text not null,
    security_agent text not null,
    criticality    text not null,
    iiv            boolean not null,
    personal_data  boolean not null,
    written_by     text not null,
    written_at     timestamptz not null,
    primary key (node, agent_id)
);
