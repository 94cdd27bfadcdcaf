-- Slides and papers that speakers give to readers of the programme, apart from the files that were handed in for review.

create table handout (
    id          uuid primary key,
    version     bigint not null,
    proposal    uuid not null references proposal (id),
    stored      uuid not null,
    file_name   varchar(200) not null,
    media_type  varchar(120) not null,
    bytes       bigint not null,
    kind        varchar(20) not null,
    showing     varchar(20) not null,
    taken_down  boolean not null,
    uploaded_at timestamp with time zone not null,
    uploaded_by uuid references person (id)
);
create index handout_proposal on handout (proposal, uploaded_at);
create index handout_uploaded_by on handout (uploaded_by);
