-- A coordinator opens a dossier of another location, with a reason, for an hour at most. Reading only.
create table emergency_access (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    account_id uuid not null references account (id),
    location_id uuid not null references location (id), -- whose dossier it is
    reason bytea not null, -- sealed
    begun_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz, -- where it was ended before its time
    constraint emergency_access_an_hour check (ends_at > begun_at and ends_at <= begun_at + interval '60 minutes')
);
create index emergency_access_account on emergency_access (account_id, ends_at desc);
create index emergency_access_participant on emergency_access (participant_id);
create index emergency_access_location on emergency_access (location_id, begun_at desc);

alter table emergency_access enable row level security;
alter table emergency_access force row level security;
create policy emergency_access_read on emergency_access for select using (
    account_id = (select app_actor()) or location_id = any ((select app_locations())::uuid[]));
create policy emergency_access_add on emergency_access for insert with check (
    account_id = (select app_actor()) and (select app_role()) = 'COORDINATOR');
create policy emergency_access_end on emergency_access for update using (account_id = (select app_actor()));
create policy emergency_access_remove on emergency_access for delete using ((select app_role()) = 'SERVICE');

-- The dossiers that the asker has open in this way.
create function app_opened() returns uuid[] language sql stable as $$
    select case when app_role() = 'COORDINATOR' then
        array(select participant_id from emergency_access
              where account_id = app_actor() and ended_at is null and ends_at > now())
    else '{}'::uuid[] end
$$;

-- They read what a coordinator of the location reads, and change nothing.
create policy participant_opened on participant for select using (id = any ((select app_opened())::uuid[]));
do $$
declare
    t text;
begin
    for t in
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
          and a.attname = 'participant_id' and not a.attisdropped
          -- not for looking somebody up, and of the log the own lines are enough
          and c.relname not in ('emergency_access', 'participant_search', 'match_key', 'likely_double', 'import_row', 'trail')
    loop
        execute format('create policy %I on %I for select using (participant_id = any ((select app_opened())::uuid[]))',
                       t || '_opened', t);
    end loop;
end $$;

-- What was done in an opened dossier is marked as such.
alter table trail drop constraint trail_purpose_check;
alter table trail add constraint trail_purpose_check check (
    purpose in ('CARE', 'PROGRESS', 'FIGURES', 'ADMINISTRATION', 'SECURITY', 'UPKEEP', 'EMERGENCY'));
