-- Roles kept for people who have no account yet.

create table role_offer (
    id         uuid primary key,
    email      varchar(254) not null,
    role       varchar(20) not null,
    meeting    uuid not null,
    created_at timestamp with time zone not null,
    unique (email, role, meeting)
);
create index role_offer_meeting on role_offer (meeting);
