-- What came of meetings between people: each person's own answer about each, and when she is asked next.

create table follow_up (
    id          uuid primary key,
    version     bigint not null,
    source      varchar(80) not null,
    person      uuid not null references person (id) on delete cascade,
    meeting     uuid,
    title       varchar(200) not null,
    held_at     timestamp with time zone not null,
    came        varchar(120) not null,
    note        varchar(500) not null,
    answered_at timestamp with time zone,
    stage       integer not null,
    next_at     timestamp with time zone,
    unique (source, person)
);
create index follow_up_person on follow_up (person, held_at);
create index follow_up_meeting on follow_up (meeting, answered_at);
create index follow_up_next on follow_up (next_at);
