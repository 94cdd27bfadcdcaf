-- The optimiser's run of a meeting, kept from time to time, so that what it has found outlives the process it works in.

create table plan_run (
    meeting uuid primary key references meeting (id),
    process uuid not null,
    kept_at timestamp with time zone not null,
    ended   boolean not null,
    stopped boolean not null,
    state   varchar not null
);
create index plan_run_kept_at on plan_run (kept_at);
