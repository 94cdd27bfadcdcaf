-- Invitations that mail programs read as such: the file of a message stands among its alternatives too.
alter table outbox_message add column attachment_shown boolean default false not null;
