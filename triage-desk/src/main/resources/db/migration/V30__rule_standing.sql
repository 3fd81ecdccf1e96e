-- How each rule stands in the job, as topic `rule-status` told last.
create table rule_standing (
    rule          text primary key,
    sha256        text not null,
    standing      text not null check (standing in ('DEPLOYED', 'TRIAL', 'DISABLED', 'REFUSED', 'PAUSED')),
    why           text[] not null,
    in_force_from timestamptz
);
