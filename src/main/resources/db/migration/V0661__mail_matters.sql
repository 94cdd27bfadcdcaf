-- What messages are about, so that whoever must not learn of a matter does not read of it in them.

create table outbox_matter (
    message uuid not null references outbox_message (id) on delete cascade,
    matter  uuid not null,
    primary key (message, matter)
);
create index outbox_matter_matter on outbox_matter (matter);
