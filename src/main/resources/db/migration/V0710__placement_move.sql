-- Who moved what on the board, so that each organiser can undo her own moves. A missing start means: not placed.

create table placement_move (
    id           uuid primary key,
    version      bigint not null,
    meeting      uuid not null references meeting (id),
    session      uuid not null references session (id),
    mover        uuid references person (id),
    moved_at     timestamp with time zone not null,
    from_room    uuid,
    from_start   timestamp with time zone,
    from_minutes integer not null,
    to_room      uuid,
    to_start     timestamp with time zone,
    to_minutes   integer not null,
    undone       boolean not null
);
create index placement_move_mover on placement_move (meeting, mover, id);
create index placement_move_session on placement_move (session, id);
