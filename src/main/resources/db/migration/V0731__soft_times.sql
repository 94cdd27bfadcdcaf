-- Times that a proposal would rather not have stand beside those that are impossible: the longest meeting needs more room.

alter table proposal alter column unsuitable set data type varchar(4000);
