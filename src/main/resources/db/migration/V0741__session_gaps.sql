-- What a session needs in its room besides its own time: setting up before it, clearing or travelling after it.
alter table session add column before_minutes integer default 0 not null;
alter table session add column after_minutes integer default 0 not null;
