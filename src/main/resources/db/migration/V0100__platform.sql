-- What every module stands on.

create table audit_entry (
    id           uuid primary key,
    at           timestamp with time zone not null,
    actor        uuid,
    action       varchar(40) not null,
    object_type  varchar(80) not null,
    object_key   uuid not null,
    before_state varchar not null,
    after_state  varchar not null
);
create index audit_entry_object on audit_entry (object_key, id);
create index audit_entry_actor on audit_entry (actor, id);

create table stored_piece (
    file_id uuid not null,
    piece   integer not null,
    bytes   bytea not null,
    primary key (file_id, piece)
);

-- db-scheduler's table, as its documentation describes it.
create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean not null,
    picked_by            varchar(50),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

-- Spring Modulith's registry of events not yet handled.
create table event_publication (
    id                     uuid primary key,
    listener_id            varchar not null,
    event_type             varchar not null,
    serialized_event       varchar not null,
    publication_date       timestamp with time zone not null,
    completion_date        timestamp with time zone,
    status                 varchar(20),
    completion_attempts    integer,
    last_resubmission_date timestamp with time zone
);
create index event_publication_completion on event_publication (completion_date);
