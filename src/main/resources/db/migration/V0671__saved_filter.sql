-- Filters of a committee's lists under names, a person's own or shared with who leads the reviewing.

create table saved_filter (
    id       uuid primary key,
    version  bigint not null,
    meeting  uuid not null references meeting (id),
    person   uuid not null references person (id),
    page     varchar(20) not null,
    name     varchar(80) not null,
    address  varchar(4000) not null,
    shared   boolean not null
);
create index saved_filter_meeting on saved_filter (meeting, page, person);
