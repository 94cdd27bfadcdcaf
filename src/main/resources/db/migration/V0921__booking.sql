-- The hours in which a person may be booked, and who has booked them.

create table office_hours (
    id             uuid primary key,
    version        bigint not null,
    person         uuid not null unique references person (id) on delete cascade,
    code           varchar(6) not null unique,
    open           boolean not null,
    intro          varchar(2000) not null,
    place          varchar(500) not null,
    minutes        integer not null,
    pause          integer not null,
    day_limit      integer not null,
    notice_hours   integer not null,
    horizon_days   integer not null,
    approval       boolean not null,
    questions      varchar(2000) not null,
    week           varchar(1000) not null,
    single_days    varchar(4000) not null
);

create table booking (
    id           uuid primary key,
    version      bigint not null,
    office_hours uuid not null references office_hours (id) on delete cascade,
    starts_at    timestamp with time zone not null,
    ends_at      timestamp with time zone not null,
    -- the start while the slot is taken, and nothing when it is free again: two can never hold one slot
    held_start   timestamp with time zone,
    state        varchar(12) not null,
    visitor      uuid references person (id) on delete cascade,
    visitor_name varchar(200) not null,
    visitor_email varchar(254) not null,
    language     varchar(2) not null,
    zone         varchar(60) not null,
    answers      varchar(4000) not null,
    secret_hash  varchar(64) not null unique,
    appointment  uuid,
    made_at      timestamp with time zone not null,
    unique (office_hours, held_start)
);
create index booking_time on booking (office_hours, starts_at);
create index booking_appointment on booking (appointment);
create index booking_waiting on booking (state, made_at);
create index booking_visitor on booking (visitor);
