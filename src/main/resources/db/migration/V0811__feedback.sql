-- What people thought of sessions, once each.

create table feedback (
    session  uuid not null references session (id) on delete cascade,
    person   uuid not null references person (id) on delete cascade,
    meeting  uuid not null references meeting (id),
    rating   integer not null,
    words    varchar(2000) not null,
    given_at timestamp with time zone not null,
    primary key (session, person)
);
create index feedback_meeting on feedback (meeting, session);
create index feedback_person on feedback (person);
