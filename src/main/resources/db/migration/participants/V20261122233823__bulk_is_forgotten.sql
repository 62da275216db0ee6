-- A job forgets what was done for many once it is too late to take it back.
drop policy bulk_change_own on bulk_change;
create policy bulk_change_own on bulk_change using (
    actor_id = (select app_actor()) or (select app_role()) = 'SERVICE');
create index bulk_change_done on bulk_change (done_at);
