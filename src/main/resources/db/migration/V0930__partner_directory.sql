-- Who wishes to be found by others at a meeting, who does not wish to meet whom, and who was excluded from partner finding.

create table directory_entry (
    id                uuid primary key,
    version           bigint not null,
    meeting           uuid not null references meeting (id),
    person            uuid not null references person (id) on delete cascade,
    line              varchar not null,
    shows_institution boolean not null,
    shows_interests   boolean not null,
    shows_languages   boolean not null,
    changed_at        timestamp with time zone not null,
    unique (meeting, person)
);
create index directory_entry_person on directory_entry (person);

create table person_block (
    id         uuid primary key,
    blocker    uuid not null references person (id) on delete cascade,
    blocked    uuid not null references person (id) on delete cascade,
    nameless   boolean not null,
    blocked_at timestamp with time zone not null,
    unique (blocker, blocked)
);
create index person_block_blocked on person_block (blocked);

create table partnering_bar (
    id        uuid primary key,
    version   bigint not null,
    meeting   uuid not null references meeting (id),
    person    uuid not null references person (id) on delete cascade,
    barred_at timestamp with time zone not null,
    unique (meeting, person)
);
create index partnering_bar_person on partnering_bar (person);
