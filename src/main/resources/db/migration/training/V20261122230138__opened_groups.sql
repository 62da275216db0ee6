-- Whoever opened a dossier of another location reads the names of the groups in it, and when they met.
create function app_opened_cohorts() returns uuid[] language sql stable as $$
    select case when app_role() = 'COORDINATOR' then
        array(select distinct cohort_id from cohort_member where participant_id = any (app_opened()))
    else '{}'::uuid[] end
$$;
create policy cohort_opened on cohort for select using (id = any ((select app_opened_cohorts())::uuid[]));
create policy session_opened on session for select using (cohort_id = any ((select app_opened_cohorts())::uuid[]));
