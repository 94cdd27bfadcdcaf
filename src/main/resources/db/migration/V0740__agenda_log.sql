-- All moves of an agenda stand in one order, in which several processes write them: whoever writes next must have read all
-- before. A batch is made and taken back as one. The edition counts what else has changed, such as titles and talks.

-- No reference to the meeting: the row may be made by a transaction of its own while the meeting's is still open.
create table agenda_clock (
    meeting   uuid primary key,
    last_move bigint not null,
    edition   bigint not null
);

alter table placement_move add column move_number bigint default 0 not null;
alter table placement_move add column batch uuid;
alter table placement_move add column kind varchar(10) default 'MOVE' not null;
alter table placement_move add column takes_back uuid;

update placement_move set
    move_number = (select count(*) from placement_move earlier
                   where earlier.meeting = placement_move.meeting and earlier.id <= placement_move.id),
    batch = id,
    kind = case when undone then 'SYSTEM' else 'MOVE' end;
insert into agenda_clock (meeting, last_move, edition)
    select id, (select count(*) from placement_move where meeting = m.id), 0 from meeting m;

alter table placement_move drop column undone;
alter table placement_move drop column version;
create unique index placement_move_order on placement_move (meeting, move_number);
drop index placement_move_mover;
create index placement_move_mover on placement_move (meeting, mover, move_number);
drop index placement_move_session;
create index placement_move_session on placement_move (session, move_number);

-- Who has a board open in which process, and what she holds; a row that is not renewed has died with its process.
create table agenda_presence (
    board   uuid primary key,
    meeting uuid not null,
    person  uuid not null,
    held    varchar(4000) not null,
    seen_at timestamp with time zone not null
);
create index agenda_presence_meeting on agenda_presence (meeting, seen_at);
