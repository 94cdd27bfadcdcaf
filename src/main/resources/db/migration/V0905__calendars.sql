-- Invitations that mail programs read as such: the file of a message stands among its alternatives too.
alter table outbox_message add column attachment_shown boolean default false not null;

-- When calendars last had to hear of an appointment, and when it was called off: what they are told does not depend on when
-- they ask.
alter table appointment add column changed_at timestamp with time zone;
update appointment set changed_at = coalesce(cancelled_at, made_at);
alter table appointment alter column changed_at set not null;

-- The secret address at which a person's calendar application reads what she has to do: one at a time.
create table personal_calendar (
    person      uuid primary key references person (id) on delete cascade,
    secret_hash varchar(64) not null unique,
    made_at     timestamp with time zone not null
);
