-- A handover says from which day on the next coach reads what was talked about; null for everything.
alter table coach_assignment add column contacts_from date;
alter table reach add column contacts_from date;
alter table bulk_change_item add column contacts_before date;
-- Reached for somebody who is away: not counted as the coach's own.
alter table reach add column cover boolean not null default false;
create index reach_source on reach (source) where cover;

-- One coach covers for another, from a day until a day.
create table coach_cover (
    id uuid primary key,
    coach_id uuid not null references account (id), -- who is away
    cover_id uuid not null references account (id), -- who covers
    location_id uuid not null references location (id), -- of who is away
    from_on date not null,
    until_on date not null,
    contacts_from date,
    reason bytea, -- sealed
    made_by uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    constraint coach_cover_order check (from_on <= until_on),
    constraint coach_cover_by_another check (coach_id <> cover_id),
    constraint coach_cover_one_at_a_time exclude using gist (
        coach_id with =, daterange(from_on, until_on, '[]') with &&) where (ended_at is null)
);
create index coach_cover_coach on coach_cover (coach_id, until_on);
create index coach_cover_cover on coach_cover (cover_id, until_on);
create index coach_cover_location on coach_cover (location_id, until_on);

alter table coach_cover enable row level security;
alter table coach_cover force row level security;
create policy coach_cover_read on coach_cover for select using (
    location_id = any ((select app_locations())::uuid[])
    or cover_id = (select app_actor()) or coach_id = (select app_actor()));
create policy coach_cover_add on coach_cover for insert with check (
    location_id = any ((select app_locations())::uuid[]));
create policy coach_cover_change on coach_cover for update using (
    location_id = any ((select app_locations())::uuid[]));
