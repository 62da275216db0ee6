-- An erasure can be repeated after an older backup was restored: with the dossiers that had become part of the one that
-- went, and by whoever did it, unless that account came after the backup.
alter table erasure add column merged uuid[] not null default '{}';
alter table erasure alter column erased_by drop not null;
create policy erasure_jobs on erasure using ((select app_role()) = 'SERVICE');
