-- At every start, so that a role made later gets its views too. Views alone, never tables.
do $$
declare
    panel text;
begin
    if exists (select from pg_roles where rolname = 'panel_reader') then
        for panel in
            select viewname from pg_views where schemaname = current_schema() and viewname like 'panel\_%'
        loop
            execute format('grant select on %I to panel_reader', panel);
        end loop;
    end if;
end
$$;
