-- What reviewers were told by mail about discussions and due dates, so that nobody is told twice or too often.
create table discussion_mail (
    person    uuid primary key references person (id),
    told_upto timestamp with time zone not null,
    mailed_at timestamp with time zone not null
);
create index discussion_post_posted on discussion_post (posted_at);

create table review_reminder (
    assignment  uuid not null references review_assignment (id),
    due         timestamp with time zone not null,
    days_before integer not null,
    sent_at     timestamp with time zone not null,
    primary key (assignment, due, days_before)
);
create index review_assignment_state on review_assignment (state, due);
