-- What was taken from a reviewer who reviews no more, so that it can come back with her.

alter table review_assignment add column left_at timestamp with time zone;
alter table review_assignment add column left_state varchar(20);
