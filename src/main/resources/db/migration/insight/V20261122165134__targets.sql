-- What an area means to reach in a year. The area is no reference: figure_area is made again as the organisation
-- changes, and a target outlives that.
create table figure_target (
    area_code text not null check (area_code = 'country' or area_code like 'region:%' or area_code like 'municipality:%'),
    year int not null check (year between 2000 and 2100),
    placements int check (placements > 0), -- that begin in the year
    waiting_days int check (waiting_days > 0), -- for a coach, at most
    plan_months int check (plan_months > 0), -- from the plan to the first placement, at most
    lasting_percent int check (lasting_percent between 1 and 100), -- still placed after 26 weeks
    set_by uuid not null,
    set_at timestamptz not null,
    version bigint not null default 0,
    primary key (area_code, year)
);

-- Targets are of no person: whoever sees dashboards may read them, the national lead sets them.
alter table figure_target enable row level security;
alter table figure_target force row level security;
create policy figure_target_read on figure_target for select using (
    (select app_role()) = any (array['NATIONAL_LEAD', 'COORDINATOR', 'CLIENT_MANAGER', 'SERVICE']));
create policy figure_target_write on figure_target using ((select app_role()) = 'NATIONAL_LEAD');
