-- Who was taken off a proposal a short while ago, until it can be undone no more.
create table removed_contributor (
    id                   uuid primary key,
    version              bigint not null,
    proposal             uuid not null references proposal (id),
    contributor_position integer not null,
    role                 varchar(20) not null,
    person               uuid references person (id),
    invited_name         varchar(200) not null,
    invited_email        varchar(254) not null,
    answer               varchar(20) not null,
    secret_hash          varchar(64) not null,
    invited_by           uuid references person (id),
    invited_at           timestamp with time zone,
    removed_at           timestamp with time zone not null
);
create index removed_contributor_removed on removed_contributor (removed_at);
create index removed_contributor_proposal on removed_contributor (proposal);
