-- Who asks to be introduced to whom, what they write to each other once both wish it, and what is reported to organisers.

create table introduction (
    id           uuid primary key,
    version      bigint not null,
    meeting      uuid not null references meeting (id),
    asker        uuid not null references person (id) on delete cascade,
    asked        uuid not null references person (id) on delete cascade,
    about        uuid not null,
    card         uuid references partner_card (id) on delete set null,
    line         varchar(400) not null,
    answer       varchar(10) not null,
    asked_at     timestamp with time zone not null,
    answered_at  timestamp with time zone,
    withdrawn_at timestamp with time zone,
    unique (asker, asked, about)
);
create index introduction_asked on introduction (asked, meeting);
create index introduction_asker on introduction (asker, meeting);
create index introduction_meeting on introduction (meeting);
create index introduction_card on introduction (card);

create table introduction_message (
    id           uuid primary key,
    introduction uuid not null references introduction (id) on delete cascade,
    sender       uuid not null references person (id) on delete cascade,
    text         varchar(4000) not null,
    sent_at      timestamp with time zone not null,
    read_at      timestamp with time zone
);
create index introduction_message_of on introduction_message (introduction, sent_at);
create index introduction_message_sender on introduction_message (sender);

create table partner_report (
    id         uuid primary key,
    version    bigint not null,
    meeting    uuid not null references meeting (id),
    reporter   uuid not null references person (id) on delete cascade,
    reported   uuid not null references person (id) on delete cascade,
    card       uuid references partner_card (id) on delete set null,
    quoted     varchar not null,
    words      varchar(2000) not null,
    note       varchar(2000) not null,
    told_at    timestamp with time zone not null,
    settled_at timestamp with time zone
);
create index partner_report_meeting on partner_report (meeting, settled_at, told_at);
create index partner_report_reporter on partner_report (reporter);
create index partner_report_reported on partner_report (reported);
create index partner_report_card on partner_report (card);
