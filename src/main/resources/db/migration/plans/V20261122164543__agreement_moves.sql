-- When two dossiers become one, an agreement goes along; what it says stays as it was.
grant update (participant_id) on agreement to "${app}";
create policy agreement_move on agreement for update using (
    exists (select 1 from participant p where p.id = participant_id
            and p.location_id = any ((select app_locations())::uuid[])));
