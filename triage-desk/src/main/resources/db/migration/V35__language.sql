-- The language that somebody last switched to, for mail to them, and of a mail that waits, for the line above several.
alter table person add column language text not null default 'id' check (language in ('id', 'en'));
alter table waiting_mail add column language text not null default 'id' check (language in ('id', 'en'));
