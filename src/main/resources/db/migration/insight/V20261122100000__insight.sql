-- Figures as they may be seen. The counts that are too small never leave the job that makes these: what is hidden here
-- is not stored, so that no query, backup or mistake can bring it out.
create table figure_area (
    code text primary key, -- country, region:<id>, group:<hash>, municipality:GM0014
    kind text not null check (kind in ('COUNTRY', 'REGION', 'GROUP', 'MUNICIPALITY')),
    name text, -- null for the country, and for the set of municipalities that one person serves
    parent text, -- the area that this one is part of
    municipalities text[] not null, -- CBS codes, sorted
    target int, -- participants in the programme period
    position int not null
);

create table figure_counter (
    area_code text not null references figure_area (code) on delete cascade,
    measure text not null,
    dimension text not null,
    mark text not null check (mark in ('SHOWN', 'SMALL', 'WITHHELD')),
    n bigint,
    average numeric(12, 3),
    primary key (area_code, measure, dimension),
    constraint figure_counter_hidden_is_not_stored check (mark = 'SHOWN' or (n is null and average is null))
);

create table figure_refresh (
    single boolean primary key default true check (single),
    refreshed_at timestamptz not null
);

-- The municipalities of which the asker may see figures.
create function app_served() returns text[] language sql stable as $$
    select case app_role()
        when 'CLIENT_MANAGER' then app_municipalities()
        when 'COORDINATOR' then array(
            select municipality_code from location_municipality
            where location_id = any (app_locations())
              and from_on <= app_today() and (until_on is null or until_on >= app_today()))
        else '{}'::text[] end
$$;

alter table figure_area enable row level security;
alter table figure_area force row level security;
create policy figure_area_read on figure_area for select using (
    (select app_role()) = 'SERVICE'
    or (kind in ('COUNTRY', 'REGION') and (select app_role()) = 'NATIONAL_LEAD')
    or (kind in ('GROUP', 'MUNICIPALITY') and municipalities <@ (select app_served())));
create policy figure_area_write on figure_area using ((select app_role()) = 'SERVICE');

alter table figure_counter enable row level security;
alter table figure_counter force row level security;
create policy figure_counter_read on figure_counter for select using (
    area_code = any ((select array(select code from figure_area))::text[]));
create policy figure_counter_write on figure_counter using ((select app_role()) = 'SERVICE');

alter table figure_refresh enable row level security;
alter table figure_refresh force row level security;
create policy figure_refresh_read on figure_refresh for select using (true);
create policy figure_refresh_write on figure_refresh using ((select app_role()) = 'SERVICE');
