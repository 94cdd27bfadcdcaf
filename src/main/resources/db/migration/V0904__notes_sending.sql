-- When the notes of an appointment were sent to its people, and what they said then.

create table shared_notes_sending (
    id       uuid primary key,
    notes    uuid not null references shared_notes (id) on delete cascade,
    sent_at  timestamp with time zone not null,
    revision bigint not null,
    changes  bigint not null
);
create index shared_notes_sending_notes on shared_notes_sending (notes, sent_at);
