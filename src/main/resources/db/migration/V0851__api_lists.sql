-- Lists that programs read in the order in which rows were made.

create index proposal_meeting_key on proposal (meeting, id);
create index decision_meeting_key on decision (meeting, id);
