-- Roles offered by name and language, registrations that wait as administrators see them, and lists by state, role and day.

alter table role_offer add column invited_name varchar(200) default '' not null;
alter table role_offer add column language varchar(2) default 'EN' not null;
create index role_offer_created on role_offer (created_at);
create index role_grant_role on role_grant (role, meeting);

alter table account_token add column email varchar(254) default '' not null;
alter table account_token add column waiting_name varchar(200) default '' not null;
alter table account_token add column search_key varchar(1000) default '' not null;
alter table account_token add column created_at timestamp with time zone;
create index account_token_waiting on account_token (purpose, expires_at);

create index account_created on account (created_at, id);
create index account_disabled on account (disabled, created_at);

create index audit_entry_at on audit_entry (at, id);
create index audit_entry_actor_at on audit_entry (actor, at, id);
create index audit_entry_object_at on audit_entry (object_key, at, id);
create index audit_entry_type_at on audit_entry (object_type, at, id);
