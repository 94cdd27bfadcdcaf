-- Cards of need and offer. What a card says is kept as it is typed; others see it only once it is published.

create table partner_card (
    id           uuid primary key,
    version      bigint not null,
    meeting      uuid not null references meeting (id),
    author       uuid not null references person (id) on delete cascade,
    kind         varchar(10) not null,
    sought       varchar(20) not null,
    topics       varchar(300) not null,
    title        varchar not null,
    text         varchar not null,
    methods      varchar(400) not null,
    languages    varchar(200) not null,
    from_day     date,
    until_day    date,
    visibility   varchar(20) not null,
    expires_on   date not null,
    state        varchar(20) not null,
    changed_at   timestamp with time zone not null,
    published_at timestamp with time zone
);
create index partner_card_meeting on partner_card (meeting, state, expires_on);
create index partner_card_author on partner_card (author, meeting);
