-- What the people of an appointment write down together: one text for each time it takes place, the changes that made it, who
-- is writing, and what was decided.

create table shared_notes (
    id             uuid primary key,
    appointment    uuid not null references appointment (id) on delete cascade,
    occurrence_day date not null,
    content        varchar not null,
    revision       bigint not null,
    changes        bigint not null,
    written_at     timestamp with time zone,
    unique (appointment, occurrence_day)
);

create table shared_notes_edit (
    notes    uuid not null references shared_notes (id) on delete cascade,
    revision bigint not null,
    client   uuid not null,
    sequence bigint not null,
    person   uuid references person (id) on delete set null,
    steps    varchar not null,
    made_at  timestamp with time zone not null,
    primary key (notes, revision),
    unique (notes, client, sequence)
);
create index shared_notes_edit_person on shared_notes_edit (person);

create table shared_notes_writer (
    client        uuid primary key,
    notes         uuid not null,
    person        uuid not null references person (id) on delete cascade,
    last_sequence bigint not null,
    seen_at       timestamp with time zone not null
);
create index shared_notes_writer_seen on shared_notes_writer (notes, seen_at);
create index shared_notes_writer_old on shared_notes_writer (seen_at);
create index shared_notes_writer_person on shared_notes_writer (person);

create table shared_notes_decision (
    id      uuid primary key,
    version bigint not null,
    notes   uuid not null references shared_notes (id) on delete cascade,
    text    varchar(1000) not null,
    doer    uuid references participant (id) on delete set null,
    due_on  date
);
create index shared_notes_decision_notes on shared_notes_decision (notes, id);
create index shared_notes_decision_doer on shared_notes_decision (doer);
