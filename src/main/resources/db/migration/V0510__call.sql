-- The call of a meeting: when and what may be proposed, and what is asked.

create table call_for_proposals (
    id        uuid primary key,
    version   bigint not null,
    meeting   uuid not null unique references meeting (id),
    opens_at  timestamp with time zone not null,
    closes_at timestamp with time zone not null,
    call_text varchar not null
);
create index call_for_proposals_closes on call_for_proposals (closes_at);

create table call_type (
    id           uuid primary key,
    version      bigint not null,
    call         uuid not null references call_for_proposals (id),
    session_type uuid not null references session_type (id),
    min_minutes  integer not null,
    max_minutes  integer not null,
    unique (call, session_type)
);

create table question (
    id                uuid primary key,
    version           bigint not null,
    call              uuid not null references call_for_proposals (id),
    question_position integer not null,
    kind              varchar(20) not null,
    label             varchar not null,
    help              varchar not null,
    options           varchar not null,
    required          boolean not null,
    types             varchar(2000) not null,
    removed           boolean not null
);
create index question_call on question (call, question_position);

create table late_link (
    id           uuid primary key,
    version      bigint not null,
    call         uuid not null references call_for_proposals (id),
    secret_hash  varchar(64) not null unique,
    note         varchar(200) not null,
    uses_allowed integer not null,
    uses_left    integer not null,
    ends_at      timestamp with time zone not null,
    created_at   timestamp with time zone not null,
    withdrawn    boolean not null
);
create index late_link_call on late_link (call, created_at);

-- One row for each use of a late link: the proposal that may be handed in after the call has closed.
create table late_admission (
    id          uuid primary key,
    version     bigint not null,
    link        uuid not null references late_link (id),
    proposal    uuid not null unique references proposal (id),
    admitted_at timestamp with time zone not null
);
create index late_admission_link on late_admission (link);
