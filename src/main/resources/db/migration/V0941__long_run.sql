-- Work that goes on in the background of one process, known to all: for each subject the last run, which process it is in,
-- when it was heard of last, whether somebody wishes it to stop, and what it has reached. Runs last minutes and are of use
-- for hours, so those of the agenda's optimiser are not brought over.

create table long_run (
    kind     varchar(40) not null,
    subject  uuid not null,
    run      uuid not null,
    process  uuid not null,
    starter  uuid references person (id) on delete set null,
    begun_at timestamp with time zone not null,
    seen_at  timestamp with time zone not null,
    stopping boolean not null,
    outcome  varchar(20) not null,
    state    varchar not null,
    primary key (kind, subject)
);
create index long_run_seen_at on long_run (seen_at);
create index long_run_starter on long_run (starter);

drop table plan_run;
