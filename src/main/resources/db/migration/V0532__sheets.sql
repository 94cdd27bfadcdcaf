-- Proposals from spreadsheets of other tools.

-- A file that waits to be taken in, one for each organiser of a meeting, with how it is read and what its columns mean.
create table waiting_sheet (
    id          uuid primary key,
    version     bigint not null,
    meeting     uuid not null references meeting (id),
    person      uuid not null references person (id),
    stored      uuid not null,
    file_name   varchar(200) not null,
    choice      varchar not null,
    mapping     varchar not null,
    uploaded_at timestamp with time zone not null,
    unique (meeting, person)
);
create index waiting_sheet_uploaded on waiting_sheet (uploaded_at);

-- What columns meant the last time.
create table sheet_mapping (
    id      uuid primary key,
    version bigint not null,
    meeting uuid not null unique references meeting (id),
    mapping varchar not null
);

create table sheet_import (
    id        uuid primary key,
    version   bigint not null,
    meeting   uuid not null references meeting (id),
    importer  uuid references person (id),
    file_name varchar(200) not null,
    proposals integer not null,
    taken_at  timestamp with time zone not null,
    undone_at timestamp with time zone,
    withdrawn integer not null
);
create index sheet_import_meeting on sheet_import (meeting, taken_at);

create table imported_proposal (
    id           uuid primary key,
    version      bigint not null,
    sheet_import uuid not null references sheet_import (id),
    proposal     uuid not null unique references proposal (id),
    row_number_  integer not null,
    external_id  varchar(200) not null,
    notes        varchar not null,
    seen_version bigint not null,
    people       integer not null
);
create index imported_proposal_import on imported_proposal (sheet_import, row_number_);
