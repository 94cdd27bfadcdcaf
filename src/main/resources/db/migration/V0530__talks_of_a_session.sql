-- The talks proposed for a session are looked for when the session is confirmed.
create index proposal_for_session on proposal (for_session, state);
