-- Goals and steps that a participant and coach agree on, what was said, and when they meet.

create table plan (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    enrolment_id uuid not null unique references enrolment (id),
    wish bytea, -- sealed: what the participant wants, in their own words
    wish_on date,
    wish_by uuid,
    created_at timestamptz not null,
    created_by uuid not null,
    version bigint not null default 0
);
create index plan_participant on plan (participant_id);

create table goal (
    id uuid primary key,
    plan_id uuid not null references plan (id),
    participant_id uuid not null references participant (id),
    domain text not null check (domain in ('PERSONAL', 'CAREER', 'SKILLS')),
    title text not null,
    why bytea, -- sealed
    measure bytea, -- sealed
    target_on date,
    state text not null check (state in ('OPEN', 'ACHIEVED', 'ADJUSTED', 'DROPPED')),
    state_at timestamptz,
    state_by uuid,
    reason bytea, -- sealed
    replaced_by uuid references goal (id), -- the goal that an adjusted one became
    position int not null,
    created_at timestamptz not null,
    created_by uuid not null,
    version bigint not null default 0,
    constraint goal_state_dated check ((state = 'OPEN') = (state_at is null))
);
create index goal_plan on goal (plan_id, position);
create index goal_participant on goal (participant_id);
create index goal_replaced_by on goal (replaced_by) where replaced_by is not null;

create table step (
    id uuid primary key,
    goal_id uuid not null references goal (id),
    participant_id uuid not null references participant (id),
    title text not null,
    owner text not null check (owner in ('PARTICIPANT', 'COACH', 'MUNICIPALITY')),
    due_on date,
    status text not null check (status in ('NOT_STARTED', 'BUSY', 'WAITING', 'HELP', 'DONE')),
    status_before text check (status_before in ('NOT_STARTED', 'BUSY', 'WAITING', 'HELP')), -- what undo goes back to
    note bytea, -- sealed
    done_on date,
    done_at timestamptz,
    done_by uuid,
    position int not null,
    created_at timestamptz not null,
    created_by uuid not null,
    version bigint not null default 0,
    constraint step_done_dated check ((status = 'DONE') = (done_on is not null))
);
create index step_goal on step (goal_id, position);
create index step_participant on step (participant_id);
create index step_open_due on step (due_on, participant_id) where status <> 'DONE';

create table contact (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    held_on date not null,
    happened_at timestamptz not null, -- its place in the timeline
    minutes int check (minutes between 1 and 600),
    channel text not null check (channel in ('TALK', 'PHONE', 'MESSAGE', 'OTHER')),
    note bytea not null, -- sealed
    author_id uuid not null,
    written_at timestamptz not null,
    corrected_at timestamptz,
    version bigint not null default 0
);
create index contact_participant on contact (participant_id, happened_at desc, id desc);
create index contact_author on contact (author_id, participant_id, written_at desc);

create table appointment (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    starts_at timestamptz not null,
    minutes int not null check (minutes between 5 and 600),
    title text not null,
    place text,
    cancelled_at timestamptz,
    cancelled_by uuid,
    created_at timestamptz not null,
    created_by uuid not null,
    version bigint not null default 0
);
create index appointment_participant on appointment (participant_id, starts_at);
create index appointment_starts on appointment (starts_at) where cancelled_at is null;

-- ---------------------------------------------------------------- who sees what
-- Coordinators of the location and the own coach; of a resident who agreed, the municipality reads the goals alone.
do $$
declare
    t text;
begin
    foreach t in array array['plan', 'goal', 'step', 'contact', 'appointment']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy %I on %I using (
            participant_id = any ((select app_caseload())::uuid[])
            or exists (select 1 from participant p where p.id = participant_id
                       and p.location_id = any ((select app_locations())::uuid[])))$p$, t || '_scope', t);
    end loop;
end $$;

create policy goal_shared on goal for select using (
    exists (select 1 from participant p where p.id = participant_id
            and p.shared_until >= (select app_today())
            and p.municipality_code = any ((select app_municipalities())::text[])));
