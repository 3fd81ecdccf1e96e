-- What Grafana may read. The names and columns of these views are a promise to dashboards.
create view panel_cases as
select number, case_id as id, title_id as title, lower(severity) as severity,
    coalesce(agent_name, agent_id) as agent, opened_at, first_seen, last_seen, alert_count, version
from case_file;

create view panel_cases_per_hour as
select date_trunc('hour', opened_at) as hour, lower(severity) as severity, count(*) as cases
from case_file
group by 1, 2;

create view panel_inbox as
select place.topic, place.partition, place.next_offset, place.end_offset,
    greatest(0, place.end_offset - place.next_offset) as behind, place.checked_at,
    (select max(last_received) from case_file) as last_received,
    (select count(*) from inbox_refused refused
        where refused.topic = place.topic and refused.partition = place.partition) as refused
from inbox_position place;
