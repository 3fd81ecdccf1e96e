-- Who comes from an identity provider: its address and the subject there. Null for local accounts.
alter table person add column oidc_subject text unique;
