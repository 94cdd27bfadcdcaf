-- Who has been taken out of an appointment, the personal links of people without an account, and the addresses whose owners
-- want no mail from here.

alter table participant add column left_at timestamp with time zone;

create table participant_link (
    id          uuid primary key,
    version     bigint not null,
    participant uuid not null references participant (id) on delete cascade,
    secret_hash varchar(64) not null unique,
    made_at     timestamp with time zone not null,
    ended_at    timestamp with time zone
);
create index participant_link_participant on participant_link (participant);

create table unwritten_address (
    address_hash varchar(64) primary key,
    asked_at     timestamp with time zone not null
);
