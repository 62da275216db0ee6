-- The hours that volunteers give, by month; a coach writes the own ones.
create table coach_hours (
    coach_id uuid not null references account (id),
    month date not null check (extract(day from month) = 1),
    minutes int not null check (minutes between 0 and 15000),
    written_at timestamptz not null,
    version bigint not null default 0,
    primary key (coach_id, month)
);

alter table coach_hours enable row level security;
alter table coach_hours force row level security;
create policy coach_hours_own on coach_hours using (coach_id = (select app_actor()));
create policy coach_hours_read on coach_hours for select using (
    coach_id = any (array(select c.account_id from coach_profile c
                          where c.location_id = any ((select app_locations())::uuid[]))));

