-- Social services: the offices that client managers work for, the municipalities they serve and who works there, all with
-- dates; and municipalities that became part of another one.
alter table social_service
    add column ends_on date, -- the last day
    add column version bigint not null default 0;

alter table social_service_municipality
    add constraint social_service_municipality_period check (until_on is null or until_on >= from_on),
    add constraint social_service_municipality_once exclude using gist (
        social_service_id with =, municipality_code with =, daterange(from_on, until_on, '[]') with &&);
create index social_service_municipality_code on social_service_municipality (municipality_code);

create table account_social_service (
    account_id uuid not null references account (id),
    social_service_id uuid not null references social_service (id),
    from_on date not null,
    until_on date,
    primary key (account_id, social_service_id, from_on),
    constraint account_social_service_period check (until_on is null or until_on >= from_on),
    constraint account_social_service_once exclude using gist (
        account_id with =, social_service_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index account_social_service_service on account_social_service (social_service_id);

-- A municipality that became part of another one on a day. Where that one became part of a third, the first stands here
-- with the third too, so that nobody has to follow a chain. Residents stay where they were registered.
create table municipality_former (
    former_code text not null references municipality (code),
    into_code text not null references municipality (code),
    merged_on date not null,
    primary key (former_code, into_code),
    check (former_code <> into_code)
);
create index municipality_former_into on municipality_former (into_code);

-- Everybody may know how the office is organised; administrators and jobs change it.
do $$
declare
    t text;
begin
    foreach t in array array['social_service', 'social_service_municipality', 'account_social_service',
                             'municipality_former'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy %I on %I for select using (true)', t || '_read', t);
        execute format('create policy %I on %I using ((select app_role()) in (''ADMINISTRATOR'', ''SERVICE''))',
            t || '_write', t);
    end loop;
end $$;

-- These municipalities and those that became part of one of them.
create function municipality_with_former(codes text[], today date) returns text[] language sql stable as $$
    select array(select unnest(codes)
                 union select f.former_code from municipality_former f
                 where f.into_code = any (codes) and f.merged_on <= today)
$$;

-- Whose residents a client manager works for on a day: the municipalities given to the account itself, what those became
-- part of, those of the social services it belongs to, and whatever became part of one of these.
create function municipalities_of(account uuid, today date) returns text[] language sql stable as $$
    select municipality_with_former(array(
        select m.municipality_code from account_municipality m where m.account_id = account
        union
        select f.into_code from account_municipality m join municipality_former f on f.former_code = m.municipality_code
        where m.account_id = account and f.merged_on <= today
        union
        select sm.municipality_code from account_social_service s
            join social_service_municipality sm on sm.social_service_id = s.social_service_id
        where s.account_id = account
          and s.from_on <= today and (s.until_on is null or s.until_on >= today)
          and sm.from_on <= today and (sm.until_on is null or sm.until_on >= today)), today)
$$;

create or replace function app_municipalities() returns text[] language sql stable as $$
    select case when app_role() = 'CLIENT_MANAGER' then municipalities_of(app_actor(), app_today()) else '{}'::text[] end
$$;

-- The municipalities of which the asker may see figures (insight).
create or replace function app_served() returns text[] language sql stable as $$
    select case app_role()
        when 'CLIENT_MANAGER' then app_municipalities()
        when 'COORDINATOR' then municipality_with_former(array(
            select municipality_code from location_municipality
            where location_id = any (app_locations())
              and from_on <= app_today() and (until_on is null or until_on >= app_today())), app_today())
        else '{}'::text[] end
$$;

-- The name in a list: of a municipality that became part of another one, both.
create function municipality_shown(wanted text) returns text language sql stable as $$
    select m.name || coalesce(' (' || (
        select n.name from municipality_former f join municipality n on n.code = f.into_code
        where f.former_code = m.code and f.merged_on <= app_today() order by f.merged_on desc limit 1) || ')', '')
    from municipality m where m.code = wanted
$$;
