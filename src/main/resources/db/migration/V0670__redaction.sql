-- What reviewers read who may not learn whose a proposal is. The texts are those by the names of fields; title, abstract
-- and search key are there for lists.

create table redaction (
    id            uuid primary key,
    version       bigint not null,
    proposal      uuid not null unique references proposal (id),
    texts         varchar not null,
    made_from     varchar not null,
    title         varchar not null,
    abstract_text varchar not null,
    search_key    varchar(2000) not null,
    written_at    timestamp with time zone not null
);

alter table proposal_file add column for_reviewers boolean default false not null;
alter table question add column identifying boolean default false not null;
