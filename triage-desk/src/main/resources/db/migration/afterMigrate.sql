-- At every start, so that a role made later gets its views too. Views alone, never tables. Where nothing is missing,
-- nothing is written, so that a start waits for nobody.
do $$
declare
    panel text;
begin
    if exists (select from pg_roles where rolname = 'panel_reader') then
        for panel in
            select viewname from pg_views where schemaname = current_schema() and viewname like 'panel\_%'
                and not has_table_privilege('panel_reader', format('%I.%I', schemaname, viewname), 'select')
        loop
            execute format('grant select on %I to panel_reader', panel);
        end loop;
    end if;
end
$$;
