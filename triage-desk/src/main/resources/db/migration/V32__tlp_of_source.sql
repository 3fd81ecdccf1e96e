-- Under which label others told the team what a case was opened for. Null: nobody told it, the team found it.
alter table case_course add column source_tlp text
    check (source_tlp in ('RED', 'AMBER_STRICT', 'AMBER', 'GREEN', 'CLEAR'));

-- Those from before labels were asked for had the label that was meant where none is written.
update case_course set source_tlp = 'AMBER' where source in ('ADUAN', 'BSSN');
