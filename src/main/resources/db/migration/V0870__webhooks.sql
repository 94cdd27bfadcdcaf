-- Programs of other people that are told what happens to a meeting, and what they were told.

create table hook (
    id            uuid primary key,
    version       bigint not null,
    meeting       uuid not null references meeting (id) on delete cascade,
    address       varchar(2000) not null,
    events        varchar(400) not null,
    secret        varchar(80) not null,
    state         varchar(20) not null,
    made_by       uuid references person (id) on delete set null,
    made_at       timestamp with time zone not null,
    failing_since timestamp with time zone,
    removed_at    timestamp with time zone
);
create index hook_meeting on hook (meeting, made_at);
create index hook_made_by on hook (made_by);
create index hook_removed on hook (removed_at);

create table hook_delivery (
    id             uuid primary key,
    version        bigint not null,
    hook           uuid not null references hook (id) on delete cascade,
    event          varchar(40) not null,
    proposal       uuid,
    release_number integer not null,
    standing       varchar(20) not null,
    happened_at    timestamp with time zone not null,
    body           varchar,
    state          varchar(20) not null,
    attempts       integer not null,
    due_at         timestamp with time zone not null,
    tried_at       timestamp with time zone,
    answer_status  integer not null,
    answer_excerpt varchar(400) not null,
    problem        varchar(60) not null,
    problem_detail varchar(300) not null
);
create index hook_delivery_hook on hook_delivery (hook, id);
create index hook_delivery_due on hook_delivery (state, due_at);
create index hook_delivery_age on hook_delivery (happened_at);
