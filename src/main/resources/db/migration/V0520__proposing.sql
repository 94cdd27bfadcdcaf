-- What belongs to a proposal while it is written, and after.

alter table proposal add column answers varchar default '{}' not null;
alter table proposal add column unsuitable varchar(2000) default '' not null;
alter table proposal add column withdrawn_from varchar(20);

create table draft (
    id       uuid primary key,
    version  bigint not null,
    proposal uuid not null unique references proposal (id),
    title    varchar not null,
    content  varchar not null,
    saved_at timestamp with time zone not null,
    saved_by uuid references person (id)
);

-- The other text of a save that came too late, kept until its author has chosen.
create table draft_aside (
    id           uuid primary key,
    version      bigint not null,
    proposal     uuid not null references proposal (id),
    person       uuid not null references person (id),
    content      varchar not null,
    set_aside_at timestamp with time zone not null,
    unique (proposal, person)
);

create table revision (
    id              uuid primary key,
    version         bigint not null,
    proposal        uuid not null references proposal (id),
    revision_number integer not null,
    at              timestamp with time zone not null,
    author          uuid references person (id),
    snapshot        varchar not null,
    unique (proposal, revision_number)
);

create table proposal_file (
    id          uuid primary key,
    version     bigint not null,
    proposal    uuid not null references proposal (id),
    question    uuid,
    stored      uuid not null,
    file_name   varchar(200) not null,
    media_type  varchar(120) not null,
    bytes       bigint not null,
    uploaded_at timestamp with time zone not null,
    uploaded_by uuid references person (id)
);
create index proposal_file_proposal on proposal_file (proposal, uploaded_at);

create table invitation (
    id          uuid primary key,
    version     bigint not null,
    contributor uuid not null references contributor (id),
    invited_by  uuid references person (id),
    secret_hash varchar(64) not null unique,
    created_at  timestamp with time zone not null,
    expires_at  timestamp with time zone not null,
    used_at     timestamp with time zone
);
create index invitation_contributor on invitation (contributor);
