alter table region add column version bigint not null default 0;

-- Whom a coach knows in a trade or a town; names third persons, so it is sealed.
alter table coach_profile add column network bytea;

-- One location serves a municipality once at a time; two locations may share a city.
alter table location_municipality
    add constraint location_municipality_period check (until_on is null or until_on >= from_on),
    add constraint location_municipality_once exclude using gist (
        location_id with =, municipality_code with =, daterange(from_on, until_on, '[]') with &&);
create index coach_profile_municipality on coach_profile (municipality_code);
create index account_location_location on account_location (location_id);
create index account_municipality_municipality on account_municipality (municipality_code);

-- Everybody may know how the office is organised; administrators and jobs change it.
do $$
declare
    t text;
begin
    foreach t in array array['region', 'location', 'location_municipality'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy %I on %I for select using (true)', t || '_read', t);
        execute format('create policy %I on %I using ((select app_role()) in (''ADMINISTRATOR'', ''SERVICE''))',
            t || '_write', t);
    end loop;
end $$;

alter table coach_profile enable row level security;
alter table coach_profile force row level security;
create policy coach_profile_scope on coach_profile using (
    location_id = any ((select app_locations())::uuid[])
    or account_id = (select app_actor())
    or (select app_role()) = 'ADMINISTRATOR');
