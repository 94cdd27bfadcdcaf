-- Polls about times: what is asked, who is asked, by which links, and what is answered.

create table poll (
    id          uuid primary key,
    version     bigint not null,
    code        varchar(6) not null unique,
    organiser   uuid not null references person (id),
    meeting     uuid references meeting (id),
    title       varchar(200) not null,
    message     varchar(4000) not null,
    language    varchar(2) not null,
    place       varchar(500) not null,
    whole_days  boolean not null,
    minutes     integer not null,
    zone        varchar(60) not null,
    deadline    timestamp with time zone,
    showing     varchar(20) not null,
    state       varchar(20) not null,
    chosen      uuid,
    appointment uuid,
    created_at  timestamp with time zone not null,
    opened_at   timestamp with time zone,
    remind_at   timestamp with time zone
);
create index poll_organiser on poll (organiser, id);
create index poll_meeting on poll (meeting);
create index poll_remind on poll (state, remind_at);

-- A time has starts_at and minutes, a day on_day alone.
create table poll_candidate (
    id        uuid primary key,
    version   bigint not null,
    poll      uuid not null references poll (id) on delete cascade,
    starts_at timestamp with time zone,
    minutes   integer not null,
    on_day    date
);
create unique index poll_candidate_time on poll_candidate (poll, starts_at, minutes);
create unique index poll_candidate_day on poll_candidate (poll, on_day);

create table poll_guest (
    id          uuid primary key,
    version     bigint not null,
    poll        uuid not null references poll (id) on delete cascade,
    person      uuid references person (id),
    name        varchar(200) not null,
    email       varchar(254),
    language    varchar(2) not null,
    invited_at  timestamp with time zone not null,
    written_at  timestamp with time zone,
    reminded_at timestamp with time zone,
    answered_at timestamp with time zone,
    note        varchar(1000) not null
);
create unique index poll_guest_person on poll_guest (poll, person);
create unique index poll_guest_email on poll_guest (poll, email);
create index poll_guest_who on poll_guest (person, answered_at);
create index poll_guest_address on poll_guest (email);

create table poll_link (
    id          uuid primary key,
    version     bigint not null,
    guest       uuid not null references poll_guest (id) on delete cascade,
    secret_hash varchar(64) not null unique,
    made_at     timestamp with time zone not null
);
create index poll_link_guest on poll_link (guest);

create table poll_answer (
    id        uuid primary key,
    version   bigint not null,
    poll      uuid not null references poll (id) on delete cascade,
    guest     uuid not null references poll_guest (id) on delete cascade,
    candidate uuid not null references poll_candidate (id) on delete cascade,
    choice    varchar(20) not null
);
create unique index poll_answer_once on poll_answer (guest, candidate);
create index poll_answer_poll on poll_answer (poll);
create index poll_answer_candidate on poll_answer (candidate);
