-- Messages on their way.

create table outbox_message (
    id           uuid primary key,
    version      bigint not null,
    person       uuid references person (id),
    meeting      uuid,
    recipient    varchar(254) not null,
    subject      varchar(250) not null,
    text_body    varchar not null,
    html_body    varchar not null,
    language_tag varchar(2) not null,
    kind         varchar(40) not null,
    state        varchar(10) not null,
    attempts     integer not null,
    created_at   timestamp with time zone not null,
    due_at       timestamp with time zone not null,
    sent_at      timestamp with time zone,
    last_error   varchar(1000) not null
);
create index outbox_message_state on outbox_message (state, due_at);
create index outbox_message_recipient on outbox_message (recipient, created_at);
create index outbox_message_meeting on outbox_message (meeting, created_at);
