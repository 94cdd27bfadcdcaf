-- Where a message's button leads: views show other people's messages without it, for it may hold a secret.
alter table outbox_message add column action_address varchar(1000) default '' not null;
