-- The secret address at which a person's calendar application reads her starred sessions of a meeting: one at a time.

create table stars_calendar (
    person      uuid not null references person (id) on delete cascade,
    meeting     uuid not null references meeting (id),
    secret_hash varchar(64) not null unique,
    made_at     timestamp with time zone not null,
    primary key (person, meeting)
);
create index stars_calendar_meeting on stars_calendar (meeting);
