-- Where a meeting is held, and the holidays of the six countries.

alter table meeting add column venue varchar default '{}' not null;

create table holiday (
    id        uuid primary key,
    version   bigint not null,
    country   varchar(2) not null,
    holiday_day date not null,
    name      varchar not null,
    estimated boolean not null,
    edited    boolean not null
);
create index holiday_day on holiday (holiday_day, country);

-- The one row says which shipped table of holidays was loaded last.
create table holiday_source (
    id       integer primary key,
    checksum varchar(64) not null
);
insert into holiday_source (id, checksum) values (1, '');
