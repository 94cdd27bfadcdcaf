-- Sessions, placements and releases.

create table session (
    id                uuid primary key,
    version           bigint not null,
    meeting           uuid not null references meeting (id),
    code              varchar(6) not null,
    proposal          uuid unique references proposal (id),
    session_type      uuid not null references session_type (id),
    title             varchar not null,
    abstract_text     varchar not null,
    topics            varchar(1000) not null,
    minutes           integer not null,
    talk_language     varchar(10) not null,
    slide_language    varchar(10) not null,
    expected_audience integer not null,
    cancelled         boolean not null,
    unique (meeting, code)
);

create table talk (
    id            uuid primary key,
    version       bigint not null,
    session       uuid not null references session (id),
    proposal      uuid unique references proposal (id),
    talk_position integer not null,
    title         varchar not null,
    abstract_text varchar not null,
    minutes       integer not null,
    talk_language varchar(10) not null
);
create index talk_session on talk (session, talk_position);

create table session_person (
    id              uuid primary key,
    version         bigint not null,
    session         uuid not null references session (id),
    talk            uuid references talk (id),
    person          uuid not null references person (id),
    role            varchar(20) not null,
    person_position integer not null
);
create index session_person_session on session_person (session, person_position);
create index session_person_person on session_person (person);

create table placement (
    id        uuid primary key,
    version   bigint not null,
    session   uuid not null unique references session (id),
    meeting   uuid not null references meeting (id),
    room      uuid references room (id),
    starts_at timestamp with time zone not null,
    minutes   integer not null
);
create index placement_meeting on placement (meeting, starts_at);

create table release (
    id             uuid primary key,
    version        bigint not null,
    meeting        uuid not null references meeting (id),
    release_number integer not null,
    published_at   timestamp with time zone not null,
    publisher      uuid references person (id),
    note           varchar not null,
    snapshot       uuid not null,
    unique (meeting, release_number)
);
