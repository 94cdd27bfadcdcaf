-- A talk that waited as a session of its own until its session came, and what changed on the agenda without an organiser.

alter table session add column joined uuid references session (id);
create index session_joined on session (joined);

create table agenda_note (
    id         uuid primary key,
    version    bigint not null,
    meeting    uuid not null references meeting (id),
    session    uuid not null references session (id),
    kind       varchar(20) not null,
    talk_title varchar not null,
    person     uuid references person (id),
    was_at     timestamp with time zone,
    noted_at   timestamp with time zone not null,
    seen_at    timestamp with time zone,
    seen_by    uuid references person (id)
);
create index agenda_note_unseen on agenda_note (meeting, seen_at, id);
create index agenda_note_session on agenda_note (session);
