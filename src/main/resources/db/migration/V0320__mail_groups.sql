-- Messages that can be taken back until they leave, and messages to groups of people.

alter table outbox_message add column cause uuid;
alter table outbox_message add column leaves_at timestamp with time zone;
create index outbox_message_cause on outbox_message (cause);
create index outbox_message_meeting_state on outbox_message (meeting, state, created_at);
create index outbox_message_recipient_state on outbox_message (recipient, state, created_at);
create index outbox_message_state_created on outbox_message (state, created_at);

create table group_message (
    id               uuid primary key,
    version          bigint not null,
    meeting          uuid not null,
    author           uuid not null references person (id),
    recipient_groups varchar(1000) not null,
    subject          varchar not null,
    body             varchar not null,
    state            varchar(10) not null,
    recipients       integer not null,
    queued_at        timestamp with time zone,
    leaves_at        timestamp with time zone
);
create index group_message_meeting on group_message (meeting, state, queued_at);
create index group_message_author on group_message (author, meeting, state);

create table group_message_edit (
    id         uuid primary key,
    version    bigint not null,
    message    uuid not null references group_message (id),
    email      varchar(254) not null,
    excluded   boolean not null,
    edited     boolean not null,
    subject    varchar(250) not null,
    text_body  varchar not null,
    unique (message, email)
);
