-- ARRIVED: what was waited for came into the case itself, a result of the assessment or the reply to the letter.
alter table case_waiting drop constraint case_waiting_ended_check;
alter table case_waiting add constraint case_waiting_ended_check
    check (ended in ('ANSWERED', 'ARRIVED', 'BY_HAND', 'MOVED'));
