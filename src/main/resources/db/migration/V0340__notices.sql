-- What people are told in the application, how they wish to be told, and links that are signed.

create table notice (
    id         uuid primary key,
    version    bigint not null,
    person     uuid not null references person (id),
    message    uuid not null references outbox_message (id) on delete cascade,
    kind       varchar(40) not null,
    path       varchar(1000) not null,
    appears_at timestamp with time zone not null,
    read_at    timestamp with time zone
);
create index notice_person on notice (person, appears_at);
create index notice_person_read on notice (person, read_at);
create index notice_person_kind on notice (person, kind);
create index notice_message on notice (message);
create index notice_appears on notice (appears_at);

-- One row for a person who has chosen anything. Minutes are those of the day in the person's own zone.
create table notice_setting (
    id          uuid primary key,
    version     bigint not null,
    person      uuid not null unique references person (id),
    digest_hour integer not null,
    quiet_from  integer,
    quiet_until integer,
    skip_seen   boolean not null,
    choices     varchar(8000) not null
);

-- What is not sent any more to addresses that no account has.
create table stopped_mail (
    id         uuid primary key,
    version    bigint not null,
    address    varchar(254) not null,
    kind       varchar(40) not null,
    stopped_at timestamp with time zone not null,
    unique (address, kind)
);

-- Of what an address has been told once: it is not told again.
create table told_thing (
    recipient varchar(254) not null,
    thing     varchar(160) not null,
    message   uuid not null,
    told_at   timestamp with time zone not null,
    primary key (recipient, thing)
);
create index told_thing_message on told_thing (message);
create index told_thing_told on told_thing (told_at);

create table signing_key (
    name    varchar(40) primary key,
    secret  varchar(64) not null,
    made_at timestamp with time zone not null
);

alter table outbox_message add column unless_seen boolean default false not null;
alter table outbox_message add column digest uuid;
create index outbox_message_digest on outbox_message (digest);
create index outbox_message_person on outbox_message (person, state, due_at);
