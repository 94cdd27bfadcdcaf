-- Decisions and the mails that tell them.

-- pending_proposal is the proposal's key until the decision is sent, then null: a proposal has one open decision at most.
create table decision (
    id               uuid primary key,
    version          bigint not null,
    meeting          uuid not null references meeting (id),
    proposal         uuid not null references proposal (id),
    pending_proposal uuid unique,
    verdict          varchar(20) not null,
    note             varchar(4000) not null,
    decided_by       uuid references person (id),
    decided_at       timestamp with time zone not null,
    sent_at          timestamp with time zone
);
create index decision_proposal on decision (proposal, decided_at);
create index decision_meeting on decision (meeting, sent_at);

create table decision_mail (
    id             uuid primary key,
    version        bigint not null,
    decision       uuid not null references decision (id),
    mail_position  integer not null,
    person         uuid references person (id),
    recipient_name varchar(200) not null,
    email          varchar(254) not null,
    language       varchar(2) not null,
    subject        varchar(250) not null,
    text_body      varchar not null,
    edited         boolean not null
);
create index decision_mail_decision on decision_mail (decision, mail_position);

create table decision_template (
    id      uuid primary key,
    version bigint not null,
    meeting uuid not null references meeting (id),
    verdict varchar(20) not null,
    subject varchar not null,
    body    varchar not null,
    unique (meeting, verdict)
);

-- For the filters of the organisers' list.
create index proposal_meeting_type on proposal (meeting, session_type);
create index proposal_meeting_language on proposal (meeting, talk_language);
create index person_country on person (country);
