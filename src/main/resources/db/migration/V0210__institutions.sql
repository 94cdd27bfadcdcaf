-- The directory of institutions: shipped, imported from dumps of the Research Organization Registry, corrected by hand.

create table institution (
    id           uuid primary key,
    version      bigint not null,
    ror          varchar(9) not null unique,
    state        varchar(20) not null,
    country      varchar(2) not null,
    city         varchar(200) not null,
    latitude     double precision,
    longitude    double precision,
    types        varchar(200) not null,
    name         varchar not null,
    printed_name varchar(400) not null,
    aliases      varchar not null,
    acronyms     varchar not null,
    website      varchar(500) not null,
    sort_key     varchar(400) not null,
    search_key   varchar not null,
    source       varchar(20) not null,
    fingerprint  varchar(64) not null,
    edited       boolean not null
);
create index institution_order on institution (sort_key, id);
create index institution_country on institution (country, sort_key, id);
create index institution_state on institution (state, sort_key, id);

-- Who belongs to whom. By ROR id, because a dump may name a parent before it comes, or one that it does not hold.
create table institution_parent (
    child  varchar(9) not null,
    parent varchar(9) not null,
    primary key (child, parent)
);
create index institution_parent_parent on institution_parent (parent);

-- Which shipped directory was loaded last; its row is also the lock of whoever writes many institutions at once.
create table institution_source (
    id       integer primary key,
    checksum varchar(64) not null
);
insert into institution_source (id, checksum) values (1, '');
