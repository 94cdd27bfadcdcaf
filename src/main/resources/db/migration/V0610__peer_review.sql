-- Peer review: its plan, reviewers, bids, conflicts of interest, assignments, reviews, discussion and rebuttals.

alter table proposal add column revise_until timestamp with time zone;
alter table decision add column revise_until timestamp with time zone;

-- session_type is the zero key in the plan of all types that have none of their own.
create table review_plan (
    id               uuid primary key,
    version          bigint not null,
    meeting          uuid not null references meeting (id),
    session_type     uuid not null,
    who              varchar(60) not null,
    wanted           integer not null,
    least_load       integer not null,
    most_load        integer not null,
    blind_bidding    varchar(10) not null,
    blind_reviewing  varchar(10) not null,
    blind_discussion varchar(10) not null,
    others_visible   varchar(20) not null,
    authors_see      varchar(20) not null,
    authors_when     varchar(20) not null,
    rebuttal         boolean not null,
    bidding_until    timestamp with time zone,
    reviewing_until  timestamp with time zone,
    rebuttal_until   timestamp with time zone,
    discussion_until timestamp with time zone,
    revision_days    integer not null,
    unique (meeting, session_type)
);

create table review_criterion (
    id                 uuid primary key,
    version            bigint not null,
    plan               uuid not null references review_plan (id),
    criterion_position integer not null,
    label              varchar not null,
    guidance           varchar not null,
    scale_from         integer not null,
    scale_to           integer not null,
    scale_labels       varchar not null,
    weight             integer not null,
    required           boolean not null,
    removed            boolean not null
);
create index review_criterion_plan on review_criterion (plan, criterion_position);

create table reviewer (
    id         uuid primary key,
    version    bigint not null,
    meeting    uuid not null references meeting (id),
    person     uuid not null references person (id),
    state      varchar(20) not null,
    topics     varchar(4000) not null,
    languages  varchar(200) not null,
    least_load integer,
    most_load  integer,
    senior     boolean not null,
    works      varchar not null,
    asked_at   timestamp with time zone not null,
    unique (meeting, person)
);
create index reviewer_person on reviewer (person);

-- Whoever has the role already reviews already.
insert into reviewer (id, version, meeting, person, state, topics, languages, senior, works, asked_at)
select g.id, 0, g.meeting, g.person, 'ACCEPTED', '{}', '', false, '', current_timestamp
from role_grant g where g.role = 'REVIEWER' and g.meeting in (select m.id from meeting m);

create table review_bid (
    id       uuid primary key,
    version  bigint not null,
    meeting  uuid not null references meeting (id),
    proposal uuid not null references proposal (id),
    person   uuid not null references person (id),
    eagerness varchar(20) not null,
    bid_at   timestamp with time zone not null,
    unique (proposal, person)
);
create index review_bid_meeting on review_bid (meeting, person);

-- declared_by is null for what the system found. What does not stand was dismissed by a chair and is not found again.
create table review_conflict (
    id           uuid primary key,
    version      bigint not null,
    meeting      uuid not null references meeting (id),
    proposal     uuid not null references proposal (id),
    person       uuid not null references person (id),
    kind         varchar(30) not null,
    reason       varchar(1000) not null,
    declared_by  uuid references person (id),
    declared_at  timestamp with time zone not null,
    standing     boolean not null,
    dismissed_by uuid references person (id),
    dismissed_at timestamp with time zone,
    unique (proposal, person, kind)
);
create index review_conflict_person on review_conflict (person, meeting);
create index review_conflict_meeting on review_conflict (meeting, standing);

create table review_assignment (
    id           uuid primary key,
    version      bigint not null,
    meeting      uuid not null references meeting (id),
    proposal     uuid not null references proposal (id),
    person       uuid not null references person (id),
    state        varchar(20) not null,
    source       varchar(20) not null,
    assigned_by  uuid references person (id),
    assigned_at  timestamp with time zone not null,
    reason       varchar(1000) not null,
    suggestion   varchar(1000) not null,
    sub_reviewer uuid references person (id),
    due          timestamp with time zone,
    round        integer not null,
    unique (proposal, person)
);
create index review_assignment_meeting on review_assignment (meeting, state);
create index review_assignment_person on review_assignment (person, meeting);
create index review_assignment_sub on review_assignment (sub_reviewer);

create table review (
    id             uuid primary key,
    version        bigint not null,
    assignment     uuid not null unique references review_assignment (id),
    meeting        uuid not null references meeting (id),
    proposal       uuid not null references proposal (id),
    person         uuid not null references person (id),
    recommendation varchar(30) not null,
    confidence     integer not null,
    to_authors     varchar not null,
    to_committee   varchar not null,
    first_at       timestamp with time zone not null,
    submitted_at   timestamp with time zone not null,
    round          integer not null
);
create index review_proposal on review (proposal);
create index review_meeting on review (meeting);

create table review_score (
    review    uuid not null references review (id),
    criterion uuid not null references review_criterion (id),
    score     integer not null,
    primary key (review, criterion)
);
create index review_score_criterion on review_score (criterion);

create table review_version (
    id             uuid primary key,
    version        bigint not null,
    review         uuid not null references review (id),
    version_number integer not null,
    round          integer not null,
    content        varchar not null,
    submitted_by   uuid references person (id),
    submitted_at   timestamp with time zone not null,
    unique (review, version_number)
);

create table review_draft (
    id         uuid primary key,
    version    bigint not null,
    assignment uuid not null unique references review_assignment (id),
    content    varchar not null,
    saved_by   uuid references person (id),
    saved_at   timestamp with time zone not null
);

-- The other text of a save that came too late, kept until its author has chosen.
create table review_aside (
    id           uuid primary key,
    version      bigint not null,
    assignment   uuid not null references review_assignment (id),
    person       uuid not null references person (id),
    content      varchar not null,
    set_aside_at timestamp with time zone not null,
    unique (assignment, person)
);

create table discussion_post (
    id         uuid primary key,
    version    bigint not null,
    meeting    uuid not null references meeting (id),
    proposal   uuid not null references proposal (id),
    author     uuid not null references person (id),
    text_body  varchar not null,
    mentions   varchar(2000) not null,
    posted_at  timestamp with time zone not null,
    edited_at  timestamp with time zone,
    deleted    boolean not null
);
create index discussion_post_proposal on discussion_post (proposal, posted_at);
create index discussion_post_meeting on discussion_post (meeting);

create table discussion_mark (
    id        uuid primary key,
    version   bigint not null,
    proposal  uuid not null references proposal (id),
    person    uuid not null references person (id),
    read_upto timestamp with time zone not null,
    unique (proposal, person)
);

create table rebuttal (
    id        uuid primary key,
    version   bigint not null,
    meeting   uuid not null references meeting (id),
    proposal  uuid not null unique references proposal (id),
    text_body varchar not null,
    written_by uuid references person (id),
    written_at timestamp with time zone not null
);
