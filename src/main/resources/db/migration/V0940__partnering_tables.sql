-- Partnering events of a meeting: who enlists, whom each wishes to meet, the tables and slots, and what is given out.

create table partnering_event (
    id            uuid primary key,
    version       bigint not null,
    meeting       uuid not null references meeting (id),
    title         varchar(2000) not null,
    state         varchar(20) not null,
    wishes_until  timestamp with time zone not null,
    slot_minutes  integer not null,
    pause_minutes integer not null,
    windows       varchar(2000) not null
);
create index partnering_event_meeting on partnering_event (meeting);

create table partnering_table (
    id        uuid primary key,
    version   bigint not null,
    event     uuid not null references partnering_event (id),
    name      varchar(60) not null,
    grid_x    integer not null,
    grid_y    integer not null,
    lost_from integer not null,
    unique (event, name)
);

create table partnering_interpreter (
    id         uuid primary key,
    version    bigint not null,
    event      uuid not null references partnering_event (id),
    name       varchar(120) not null,
    languages  varchar(200) not null,
    away_slots bigint not null
);
create index partnering_interpreter_event on partnering_interpreter (event);

create table partnering_party (
    id         uuid primary key,
    version    bigint not null,
    event      uuid not null references partnering_event (id),
    delegation varchar(200) not null,
    code       varchar(6) not null,
    languages  varchar(200) not null,
    left_from  integer not null
);
create unique index partnering_party_code on partnering_party (event, code);

create table partnering_member (
    id      uuid primary key,
    version bigint not null,
    event   uuid not null references partnering_event (id),
    party   uuid not null references partnering_party (id),
    person  uuid not null references person (id),
    unique (event, person)
);
create index partnering_member_party on partnering_member (party);
create index partnering_member_person on partnering_member (person);

create table partnering_wish (
    id        uuid primary key,
    version   bigint not null,
    event     uuid not null references partnering_event (id),
    wisher    uuid not null references partnering_party (id),
    wished    uuid not null references partnering_party (id),
    wish_rank integer not null,
    declined  boolean not null,
    unique (wisher, wished)
);
create index partnering_wish_event on partnering_wish (event);
create index partnering_wish_wished on partnering_wish (wished);

create table table_meeting (
    id          uuid primary key,
    version     bigint not null,
    event       uuid not null references partnering_event (id),
    one         uuid not null references partnering_party (id),
    other       uuid not null references partnering_party (id),
    slot        integer not null,
    place       uuid references partnering_table (id),
    interpreter uuid references partnering_interpreter (id),
    absent      uuid references partnering_party (id),
    unique (event, slot, place)
);
create index table_meeting_one on table_meeting (one);
create index table_meeting_other on table_meeting (other);
