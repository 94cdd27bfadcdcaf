-- Pictures of floors and grounds, and where on them the rooms are.

create table room_plan (
    id            uuid primary key,
    version       bigint not null,
    meeting       uuid not null references meeting (id),
    name          varchar not null,
    description   varchar not null,
    picture       uuid not null,
    media_type    varchar(40) not null,
    width         integer not null,
    height        integer not null,
    plan_position integer not null
);
create index room_plan_meeting on room_plan (meeting, plan_position);

create table room_spot (
    id      uuid primary key,
    version bigint not null,
    room    uuid not null unique references room (id) on delete cascade,
    plan    uuid not null references room_plan (id) on delete cascade,
    across  integer not null,
    down    integer not null
);
create index room_spot_plan on room_spot (plan);
