-- By which rules a meeting's agenda is planned, what organisers want of sessions' places, and scenarios beside the working
-- agenda.

create table plan_rules (
    id           uuid primary key,
    version      bigint not null,
    meeting      uuid not null unique references meeting (id),
    day_start    time not null,
    day_end      time not null,
    grid_minutes integer not null,
    most_seconds integer not null,
    topic_days   varchar(10) not null,
    emphases     varchar(500) not null
);

create table session_wish (
    id      uuid primary key,
    version bigint not null,
    meeting uuid not null references meeting (id),
    session uuid not null unique references session (id),
    pinned  boolean not null,
    wished  varchar(1000) not null,
    follows uuid references session (id)
);
create index session_wish_meeting on session_wish (meeting);

create table scenario (
    id         uuid primary key,
    version    bigint not null,
    meeting    uuid not null references meeting (id),
    name       varchar(120) not null,
    made_at    timestamp with time zone not null,
    maker      uuid references person (id),
    deleted_at timestamp with time zone
);
create index scenario_meeting on scenario (meeting, deleted_at);

create table scenario_place (
    id        uuid primary key,
    version   bigint not null,
    scenario  uuid not null references scenario (id),
    session   uuid not null references session (id),
    room      uuid references room (id),
    starts_at timestamp with time zone not null,
    minutes   integer not null,
    unique (scenario, session)
);
