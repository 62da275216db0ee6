-- ---------------------------------------------------------------- the programme
-- The trainers' manual is everybody's: it holds no person, so these tables have no row-level security.
create table theme (
    id uuid primary key,
    code text not null unique,
    position int not null,
    icon text not null,
    title_nl text not null,
    title_en text not null,
    aim_nl text not null,
    aim_en text not null
);

create table work_form (
    id uuid primary key,
    theme_id uuid not null references theme (id),
    code text not null unique,
    position int not null,
    minutes int not null check (minutes between 5 and 480),
    group_min int not null check (group_min between 1 and 60),
    group_max int not null,
    map_theme text not null check (map_theme in ('ORIENTATION', 'EMPLOYEE_COMPETENCES', 'REALISTIC_PICTURE', 'OWN_CHANCES',
                                                 'ACQUIRING', 'NETWORK', 'FINDING_WORK', 'WORK_CULTURE')),
    title_nl text not null,
    title_en text not null,
    aim_nl text not null,
    aim_en text not null,
    materials_nl text[] not null,
    materials_en text[] not null,
    steps_nl text[] not null,
    steps_en text[] not null,
    tip_nl text not null, -- for participants who speak little Dutch
    tip_en text not null,
    changed_at timestamptz,
    changed_by uuid references account (id),
    version bigint not null default 0,
    constraint work_form_group check (group_max >= group_min and group_max <= 60)
);
create index work_form_theme on work_form (theme_id, position);
create index work_form_changed_by on work_form (changed_by);

-- What a work form said before each change.
create table work_form_edition (
    work_form_id uuid not null references work_form (id),
    version bigint not null,
    replaced_at timestamptz not null,
    replaced_by uuid not null references account (id),
    content jsonb not null,
    primary key (work_form_id, version)
);
create index work_form_edition_replaced_by on work_form_edition (replaced_by);

create table tip (
    id uuid primary key,
    work_form_id uuid not null references work_form (id),
    account_id uuid not null references account (id),
    body text not null,
    written_at timestamptz not null,
    removed_at timestamptz
);
create index tip_work_form on tip (work_form_id) where removed_at is null;
create index tip_account on tip (account_id);

create table tip_vote (
    tip_id uuid not null references tip (id),
    account_id uuid not null references account (id),
    primary key (tip_id, account_id)
);
create index tip_vote_account on tip_vote (account_id);

-- ---------------------------------------------------------------- groups
create table cohort (
    id uuid primary key,
    location_id uuid not null references location (id),
    name text not null,
    place text not null,
    starts_at time not null,
    ends_at time not null,
    starts_on date not null, -- of the first session that is not cancelled
    ends_on date not null, -- of the last one
    capacity int not null default 12 check (capacity between 1 and 30),
    created_at timestamptz not null,
    version bigint not null default 0,
    constraint cohort_times check (ends_at > starts_at),
    constraint cohort_dates check (ends_on >= starts_on)
);
create index cohort_location on cohort (location_id, starts_on, id);

-- Read by every policy below, so it has none of its own; it holds nothing but ids.
create table cohort_trainer (
    cohort_id uuid not null references cohort (id),
    account_id uuid not null references account (id),
    primary key (cohort_id, account_id)
);
create index cohort_trainer_account on cohort_trainer (account_id, cohort_id);

-- The groups of whoever is asking, for trainers.
create function app_cohorts() returns uuid[] language sql stable as $$
    select case when app_role() = 'TRAINER' then
        array(select cohort_id from cohort_trainer where account_id = app_actor())
    else '{}'::uuid[] end
$$;

-- The location stands with each row of a group, so that no policy has to look it up.
create table cohort_member (
    id uuid primary key,
    cohort_id uuid not null references cohort (id),
    location_id uuid not null references location (id),
    participant_id uuid not null references participant (id),
    waiting boolean not null,
    queued_at timestamptz not null, -- the order of the waiting list
    from_on date not null,
    until_on date, -- the last day; null while they take part
    reason bytea, -- why they left; sealed
    added_by uuid not null references account (id),
    version bigint not null default 0
);
create unique index cohort_member_once on cohort_member (cohort_id, participant_id) where until_on is null;
create index cohort_member_cohort on cohort_member (cohort_id, queued_at);
create index cohort_member_participant on cohort_member (participant_id, from_on desc);
create index cohort_member_location on cohort_member (location_id);
create index cohort_member_added_by on cohort_member (added_by);

create table session (
    id uuid primary key,
    cohort_id uuid not null references cohort (id),
    location_id uuid not null references location (id),
    number int not null,
    title text not null,
    held_on date not null, -- the day it is planned on or was held on
    starts_at time not null,
    ends_at time not null,
    place text not null,
    state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    moved_from date, -- the day it was on before the last move
    reason bytea, -- of the last move or of the cancellation; sealed
    version bigint not null default 0,
    constraint session_number unique (cohort_id, number),
    constraint session_times check (ends_at > starts_at)
);
create index session_cohort on session (cohort_id, held_on);
create index session_day on session (location_id, held_on);

create table session_work_form (
    session_id uuid not null references session (id),
    position int not null,
    work_form_id uuid not null references work_form (id),
    primary key (session_id, position)
);
create index session_work_form_work_form on session_work_form (work_form_id);

create table attendance (
    session_id uuid not null references session (id),
    participant_id uuid not null references participant (id),
    cohort_id uuid not null references cohort (id),
    location_id uuid not null references location (id),
    mark text not null check (mark in ('PRESENT', 'LATE', 'EXCUSED', 'ABSENT')),
    minutes int check (minutes between 1 and 480), -- how much too late
    reason bytea, -- of an absence; sealed
    recorded_by uuid not null references account (id),
    recorded_at timestamptz not null,
    primary key (session_id, participant_id),
    constraint attendance_minutes check (minutes is null or mark = 'LATE')
);
create index attendance_participant on attendance (participant_id);
create index attendance_cohort on attendance (cohort_id);
create index attendance_location on attendance (location_id);
create index attendance_recorded_by on attendance (recorded_by);

-- Participants have no account: somebody calls them when a session is moved or cancelled.
create table session_call (
    session_id uuid not null references session (id),
    participant_id uuid not null references participant (id),
    cohort_id uuid not null references cohort (id),
    location_id uuid not null references location (id),
    asked_at timestamptz not null,
    told_at timestamptz,
    told_by uuid references account (id),
    primary key (session_id, participant_id)
);
create index session_call_open on session_call (location_id) where told_at is null;
create index session_call_cohort on session_call (cohort_id);
create index session_call_participant on session_call (participant_id);
create index session_call_told_by on session_call (told_by);

-- ---------------------------------------------------------------- who sees what
-- Written by the location's coordinators and the group's trainers; read, for the own caseload, by coaches. Client
-- managers see the band of attendance in the glance and nothing here: reasons of absence are never theirs to read.
do $$
declare
    t text;
begin
    foreach t in array array['cohort_member', 'attendance', 'session_call']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy %I on %I using (
            location_id = any ((select app_locations())::uuid[])
            or cohort_id = any ((select app_cohorts())::uuid[]))$p$, t || '_scope', t);
        execute format($p$create policy %I on %I for select using (
            participant_id = any ((select app_caseload())::uuid[]))$p$, t || '_coach', t);
    end loop;
end $$;

-- The groups of a coach's participants.
create function app_caseload_cohorts() returns uuid[] language sql stable as $$
    select case when app_role() = 'COACH' then
        array(select distinct cohort_id from cohort_member where participant_id = any (app_caseload()))
    else '{}'::uuid[] end
$$;

alter table cohort enable row level security;
alter table cohort force row level security;
create policy cohort_read on cohort for select using (
    location_id = any ((select app_locations())::uuid[])
    or id = any ((select app_cohorts())::uuid[])
    or id = any ((select app_caseload_cohorts())::uuid[]));
create policy cohort_add on cohort for insert with check (location_id = any ((select app_locations())::uuid[]));
create policy cohort_change on cohort for update using (
    location_id = any ((select app_locations())::uuid[]) or id = any ((select app_cohorts())::uuid[]));

alter table session enable row level security;
alter table session force row level security;
create policy session_scope on session using (
    location_id = any ((select app_locations())::uuid[])
    or cohort_id = any ((select app_cohorts())::uuid[]));
create policy session_coach on session for select using (cohort_id = any ((select app_caseload_cohorts())::uuid[]));

alter table session_work_form enable row level security;
alter table session_work_form force row level security;
create policy session_work_form_scope on session_work_form using (
    exists (select 1 from session s where s.id = session_id));
