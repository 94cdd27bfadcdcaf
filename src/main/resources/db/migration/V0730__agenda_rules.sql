-- How each meeting handles conflicts, from where on something is one, and what its sessions need of a room.

create table agenda_rules (
    id              uuid primary key,
    version         bigint not null,
    meeting         uuid not null unique references meeting (id),
    handling        varchar(2000) not null,
    opens           integer not null,
    closes          integer not null,
    wakes           integer not null,
    sleeps          integer not null,
    travel_minutes  integer not null,
    common_audience integer not null,
    needs           varchar not null
);
