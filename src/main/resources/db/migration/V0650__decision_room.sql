-- What chairs mark proposals with while they decide.

create table proposal_tag (
    id       uuid primary key,
    version  bigint not null,
    meeting  uuid not null references meeting (id),
    proposal uuid not null references proposal (id),
    label    varchar(40) not null,
    unique (proposal, label)
);
create index proposal_tag_meeting on proposal_tag (meeting, label);
