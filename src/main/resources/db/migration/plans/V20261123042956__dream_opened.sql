-- In an emergency the dreams are read with the rest of the dossier, as all that belongs to a participant.
create policy dream_opened on dream for select using (participant_id = any ((select app_opened())::uuid[]));
