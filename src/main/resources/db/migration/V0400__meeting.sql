-- Series, meetings and what they are set up with.

create table series (
    id      uuid primary key,
    version bigint not null,
    slug    varchar(60) not null unique,
    name    varchar not null
);

create table meeting (
    id          uuid primary key,
    version     bigint not null,
    slug        varchar(60) not null unique,
    series      uuid not null references series (id),
    name        varchar not null,
    description varchar not null,
    first_day   date not null,
    last_day    date not null,
    zone        varchar(60) not null,
    city        varchar not null,
    languages   varchar(200) not null,
    open        boolean not null
);
create index meeting_series on meeting (series, first_day);

create table topic (
    id             uuid primary key,
    version        bigint not null,
    meeting        uuid not null references meeting (id),
    topic_key      varchar(60) not null,
    name           varchar not null,
    keywords       varchar not null,
    hue            integer not null,
    priority       varchar(20) not null,
    topic_position integer not null,
    unique (meeting, topic_key)
);

create table session_type (
    id             uuid primary key,
    version        bigint not null,
    meeting        uuid not null references meeting (id),
    type_key       varchar(60) not null,
    name           varchar not null,
    kind           varchar(20) not null,
    minutes        integer not null,
    may_hold_talks boolean not null,
    type_position  integer not null,
    unique (meeting, type_key)
);

create table room (
    id            uuid primary key,
    version       bigint not null,
    meeting       uuid not null references meeting (id),
    name          varchar not null,
    venue         varchar not null,
    capacity      integer not null,
    equipment     varchar(200) not null,
    booths        integer not null,
    online        boolean not null,
    room_position integer not null
);
create index room_meeting on room (meeting, room_position);

create table room_closure (
    id        uuid primary key,
    version   bigint not null,
    room      uuid not null references room (id),
    starts_at timestamp with time zone not null,
    ends_at   timestamp with time zone not null,
    reason    varchar(300) not null
);
create index room_closure_room on room_closure (room, starts_at);
