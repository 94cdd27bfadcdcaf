-- Sessions that people have starred, for programmes of their own.

create table favourite (
    person  uuid not null references person (id) on delete cascade,
    session uuid not null references session (id) on delete cascade,
    meeting uuid not null references meeting (id),
    kept_at timestamp with time zone not null,
    primary key (person, session)
);
create index favourite_meeting on favourite (meeting, session);
create index favourite_session on favourite (session);
