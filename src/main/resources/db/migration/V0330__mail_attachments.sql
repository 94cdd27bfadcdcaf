-- A file that goes with a message, such as a calendar: its name, its type, and the stored bytes.
alter table outbox_message add column attachment uuid;
alter table outbox_message add column attachment_name varchar(120) default '' not null;
alter table outbox_message add column attachment_type varchar(120) default '' not null;
