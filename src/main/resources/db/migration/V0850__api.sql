-- The HTTP interface for programs: tokens with which a program acts for a person, and the answers given to requests that
-- may be repeated.

create table personal_token (
    id           uuid primary key,
    version      bigint not null,
    person       uuid not null references person (id) on delete cascade,
    account      uuid not null references account (id) on delete cascade,
    label        varchar(60) not null,
    secret_hash  varchar(64) not null unique,
    scopes       varchar(400) not null,
    made_at      timestamp with time zone not null,
    expires_at   timestamp with time zone not null,
    revoked_at   timestamp with time zone,
    last_used_at timestamp with time zone
);
create index personal_token_person on personal_token (person, made_at);
create index personal_token_account on personal_token (account);
create index personal_token_expiry on personal_token (expires_at);

create table given_answer (
    token        uuid not null references personal_token (id) on delete cascade,
    request_key  varchar(200) not null,
    request_hash varchar(64) not null,
    status       integer,
    body         varchar,
    asked_at     timestamp with time zone not null,
    primary key (token, request_key)
);
create index given_answer_age on given_answer (asked_at);
