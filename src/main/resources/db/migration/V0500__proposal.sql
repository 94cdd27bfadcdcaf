-- Proposals and the people on them.

create table proposal (
    id                uuid primary key,
    version           bigint not null,
    meeting           uuid not null references meeting (id),
    code              varchar(6) not null unique,
    proposer          uuid not null references person (id),
    session_type      uuid not null references session_type (id),
    title             varchar not null,
    abstract_text     varchar not null,
    topics            varchar(1000) not null,
    minutes           integer not null,
    talk_language     varchar(10) not null,
    slide_language    varchar(10) not null,
    expected_audience integer not null,
    for_session       uuid references proposal (id),
    state             varchar(20) not null,
    created_at        timestamp with time zone not null,
    submitted_at      timestamp with time zone,
    changed_at        timestamp with time zone not null,
    search_key        varchar(2000) not null
);
create index proposal_meeting_state on proposal (meeting, state);
create index proposal_meeting_submitted on proposal (meeting, submitted_at);
create index proposal_proposer on proposal (proposer);

create table contributor (
    id                   uuid primary key,
    version              bigint not null,
    proposal             uuid not null references proposal (id),
    contributor_position integer not null,
    role                 varchar(20) not null,
    person               uuid references person (id),
    invited_name         varchar(200) not null,
    invited_email        varchar(254) not null,
    answer               varchar(20) not null
);
create index contributor_proposal on contributor (proposal, contributor_position);
create index contributor_person on contributor (person);
