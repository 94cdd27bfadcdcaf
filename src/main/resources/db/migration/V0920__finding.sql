-- The hours that people keep, and the calendars of theirs elsewhere from which it is read when they are engaged.

create table kept_hours (
    id           uuid primary key,
    version      bigint not null,
    person       uuid not null unique references person (id) on delete cascade,
    week         varchar(120) not null,
    breaks       varchar(400) not null,
    humane_from  integer not null,
    humane_until integer not null
);

create table outside_calendar (
    id          uuid primary key,
    version     bigint not null,
    person      uuid not null unique references person (id) on delete cascade,
    address     varchar(2000) not null,
    read_at     timestamp with time zone not null,
    next_at     timestamp with time zone not null,
    failures    integer not null,
    failure     varchar(100) not null,
    failure_detail varchar(300) not null
);
create index outside_calendar_due on outside_calendar (next_at);

create table busy_stretch (
    person    uuid not null references person (id) on delete cascade,
    starts_at timestamp with time zone not null,
    ends_at   timestamp with time zone not null
);
create index busy_stretch_person on busy_stretch (person, starts_at);
