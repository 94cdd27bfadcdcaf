-- Appointments between people, and what those people say to them.

create table appointment (
    id             uuid primary key,
    version        bigint not null,
    organiser      uuid not null references person (id) on delete cascade,
    meeting        uuid references meeting (id),
    title          varchar(200) not null,
    purpose        varchar(4000) not null,
    language       varchar(2) not null,
    place_kind     varchar(12) not null,
    place_value    varchar(500) not null,
    state          varchar(12) not null,
    starts_at      timestamp with time zone not null,
    minutes        integer not null,
    zone           varchar(60) not null,
    ends_at        timestamp with time zone not null,
    uid            varchar(120) not null unique,
    sequence       integer not null,
    made_at        timestamp with time zone not null,
    cancelled_at   timestamp with time zone,
    cancelled_from varchar(12)
);
create index appointment_organiser on appointment (organiser, starts_at);
create index appointment_meeting on appointment (meeting);
create index appointment_over on appointment (state, ends_at);

create table participant (
    id               uuid primary key,
    version          bigint not null,
    appointment      uuid not null references appointment (id) on delete cascade,
    person           uuid references person (id) on delete cascade,
    invited_name     varchar(200) not null,
    invited_email    varchar(254) not null,
    invited_language varchar(2) not null,
    needed           boolean not null,
    answer           varchar(10) not null,
    answer_comment   varchar(1000) not null,
    answered_at      timestamp with time zone,
    counter_start    timestamp with time zone,
    counter_minutes  integer,
    unique (appointment, person)
);
create index participant_person on participant (person, appointment);
create index participant_email on participant (invited_email);
