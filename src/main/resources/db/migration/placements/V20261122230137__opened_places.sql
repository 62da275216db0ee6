-- Whoever opened a dossier of another location reads the names of the places in it.
create function app_opened_employers() returns uuid[] language sql stable as $$
    select case when app_role() = 'COORDINATOR' then
        array(select employer_id from placement where participant_id = any (app_opened()))
    else '{}'::uuid[] end
$$;
create policy employer_opened on employer for select using (id = any ((select app_opened_employers())::uuid[]));
create policy opening_opened on opening for select using (employer_id = any ((select app_opened_employers())::uuid[]));
