-- How somebody is best reached and why a coach was chosen are sealed from now on. The key is not in the database, so the
-- application seals what was plain when it starts (SealedNotes), and empties these columns.
alter table participant rename column reachable_note to reachable_note_plain;
alter table participant add column reachable_note bytea;
alter table coach_assignment rename column reason to reason_plain;
alter table coach_assignment add column reason bytea;
create index participant_still_plain on participant (id) where reachable_note_plain is not null;
create index coach_assignment_still_plain on coach_assignment (id) where reason_plain is not null;
