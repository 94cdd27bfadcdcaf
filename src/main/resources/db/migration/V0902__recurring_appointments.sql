-- Appointments that repeat, and those of their times that were moved or cancelled.

alter table appointment add column recurrence varchar(160) default '' not null;

create table occurrence_change (
    id             uuid primary key,
    version        bigint not null,
    appointment    uuid not null references appointment (id) on delete cascade,
    occurrence_day date not null,
    starts_at      timestamp with time zone,
    minutes        integer not null,
    unique (appointment, occurrence_day)
);
