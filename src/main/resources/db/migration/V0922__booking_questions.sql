-- What was asked stays with what was answered, whatever is asked of others later.
alter table booking add column questions varchar(2000) default '' not null;
update booking set questions = (select o.questions from office_hours o where o.id = booking.office_hours);
