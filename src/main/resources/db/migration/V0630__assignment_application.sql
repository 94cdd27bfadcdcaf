-- What was applied at once to a meeting's assignments, so that the last of it can be undone: the pairs made and those
-- taken back, each as the proposal's and the person's key.

create table assignment_application (
    id         uuid primary key,
    version    bigint not null,
    meeting    uuid not null references meeting (id),
    applied_by uuid references person (id),
    applied_at timestamp with time zone not null,
    made       varchar not null,
    released   varchar not null,
    told       boolean not null,
    undone     boolean not null
);
create index assignment_application_meeting on assignment_application (meeting, applied_at);

-- People asked to review who have no account yet: whoever registers with the address, and confirms it, is asked then.
create table reviewer_offer (
    id         uuid primary key,
    version    bigint not null,
    meeting    uuid not null references meeting (id),
    email      varchar(320) not null,
    language   varchar(5) not null,
    invited_by uuid references person (id),
    invited_at timestamp with time zone not null,
    unique (meeting, email)
);
create index reviewer_offer_email on reviewer_offer (email);
