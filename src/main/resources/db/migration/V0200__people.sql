-- Persons, accounts and roles.

create table person (
    id            uuid primary key,
    version       bigint not null,
    code          varchar(6) not null unique,
    published     varchar(200) not null,
    family        varchar(100) not null,
    given         varchar(100) not null,
    name_order    varchar(20) not null,
    native_script varchar(200) not null,
    kana          varchar(200) not null,
    patronymic    varchar(100) not null,
    salutation    varchar(20) not null,
    degree        varchar(20) not null,
    academic_rank varchar(30) not null,
    institution   uuid,
    affiliation   varchar(300) not null,
    orcid         varchar(19) not null,
    country       varchar(2) not null,
    zone          varchar(60) not null,
    language      varchar(2) not null,
    languages     varchar(200) not null,
    interests     varchar(1000) not null,
    biography     varchar not null,
    picture       uuid,
    search_key    varchar(1000) not null
);
create index person_search_key on person (search_key);
create index person_institution on person (institution);

create table account (
    id             uuid primary key,
    version        bigint not null,
    person         uuid not null unique references person (id),
    email          varchar(254) not null unique,
    password_hash  varchar(300) not null,
    verified_at    timestamp with time zone,
    disabled       boolean not null,
    created_at     timestamp with time zone not null
);

create table role_grant (
    id      uuid primary key,
    version bigint not null,
    person  uuid not null references person (id),
    role    varchar(20) not null,
    meeting uuid not null,
    unique (person, role, meeting)
);
create index role_grant_meeting on role_grant (meeting);
