-- The dossier's frame: identity, reachability, background, enrolment, consent, caseload, ladder.

-- Which account reaches which participant, and in what capacity; written by higher rooms through participants' door.
-- Every policy reads it, so it has none of its own; it holds nothing but ids and dates.
create table reach (
    participant_id uuid not null,
    account_id uuid not null references account (id),
    capacity text not null check (capacity in ('COACH', 'TRAINER')),
    source uuid not null, -- the assignment or the group that it comes from
    from_on date not null,
    until_on date,
    primary key (participant_id, account_id, capacity, source)
);
create index reach_account on reach (account_id, capacity, participant_id);

-- Whom the asker reaches: a coach the own caseload, a trainer the own groups.
create function app_reach() returns uuid[] language sql stable as $$
    select case when app_role() in ('COACH', 'TRAINER') then
        array(select participant_id from reach
              where account_id = app_actor() and capacity = app_role()
                and from_on <= app_today() and (until_on is null or until_on >= app_today()))
    else '{}'::uuid[] end
$$;

-- The same without trainers: plans, contacts and placements are not theirs to see.
create function app_caseload() returns uuid[] language sql stable as $$
    select case when app_role() = 'COACH' then app_reach() else '{}'::uuid[] end
$$;

create sequence participant_number;

create table participant (
    id uuid primary key,
    number text not null unique, -- VIP-2026-000123
    location_id uuid not null references location (id),
    municipality_code text not null references municipality (code),
    given_names text,
    infix text,
    surname text,
    preferred_name text,
    original_name text,
    aliases text,
    sort_name text collate dutch not null,
    birth_year int,
    birth_month int,
    birth_day int,
    birth_source text check (birth_source in ('DOCUMENT', 'STATEMENT', 'AUTHORITY')),
    gender text not null default 'UNKNOWN' check (gender in ('FEMALE', 'MALE', 'NON_BINARY', 'UNKNOWN')),
    phone text,
    whatsapp boolean not null default false,
    email text,
    street text,
    postcode text,
    town text,
    reachable_note text,
    preferred_language text, -- ISO 639
    interpreter boolean not null default false,
    country text, -- ISO 3166
    client_number text,
    benefit boolean,
    learning_route text check (learning_route in ('B1', 'EDUCATION', 'SELF_RELIANCE')),
    language_level text, -- CEFR, overall, until the skills are measured
    wished_sector text, -- SBI section
    remark bytea, -- sealed
    shared_until date, -- kept by the trigger on consent; null: the municipality sees nothing
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 0,
    constraint participant_has_a_name check (coalesce(given_names, surname, preferred_name, original_name) is not null),
    constraint participant_birth check (birth_year is not null or (birth_month is null and birth_day is null))
);
create index participant_location on participant (location_id, sort_name, id);
create index participant_municipality on participant (municipality_code, id) where shared_until is not null;

alter table reach add constraint reach_participant foreign key (participant_id) references participant (id);

-- What a search compares, folded; narrow, and with the scope in it so that row-level security stays fast.
create table participant_search (
    participant_id uuid primary key references participant (id),
    location_id uuid not null,
    municipality_code text,
    shared_until date,
    tokens text not null, -- folded name parts, separated and surrounded by spaces
    phonetic text[] not null,
    number text not null,
    phone text,
    email text,
    birth_year int,
    client_number text
);
create index participant_search_location on participant_search (location_id);
create index participant_search_municipality on participant_search (municipality_code) where shared_until is not null;

-- One row a participant for lists and for the dossier's head; rooms write their columns through the door.
create table glance (
    participant_id uuid primary key references participant (id),
    location_id uuid not null,
    municipality_code text not null,
    shared_until date,
    number text not null,
    name text not null,
    sort_name text collate dutch not null,
    original_name text,
    language text, -- ISO 639
    status text not null, -- of the enrolment
    phase text not null check (phase in ('REGISTERED', 'INTAKE_DONE', 'COACH_FOUND', 'PLAN_AGREED', 'IN_ACTION', 'PLACED', 'AFTERCARE', 'STOPPED')),
    phase_since date not null,
    registered_on date not null,
    intake_on date,
    coach_on date,
    plan_on date,
    placed_on date,
    ended_on date,
    coach_id uuid,
    coach_name text,
    rung_start int,
    rung_now int,
    next_step text,
    next_step_on date,
    next_appointment_at timestamptz,
    next_appointment text,
    acting_on date, -- the first step that was done or begun
    last_contact_on date,
    attendance_percent int,
    placement_kind text,
    placement_until date,
    next_review_on date,
    -- the first of what is overdue; 'infinity' when nothing asks for attention
    attention_on date not null default 'infinity'
);
create index glance_attention on glance (location_id, attention_on, participant_id);
create index glance_name on glance (location_id, sort_name, participant_id);
create index glance_phase on glance (location_id, phase);
create index glance_coach on glance (coach_id);
create index glance_municipality on glance (municipality_code, participant_id);

create table enrolment (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    status text not null check (status in ('REGISTERED', 'INTAKE', 'ACTIVE', 'COMPLETED', 'WITHDRAWN', 'AFTERCARE', 'CLOSED')),
    registered_on date not null,
    intake_on date,
    active_on date,
    ended_on date,
    end_reason bytea, -- sealed
    end_kind text, -- a fixed word, for figures
    version bigint not null default 0
);
create index enrolment_participant on enrolment (participant_id);
create unique index enrolment_one_open on enrolment (participant_id) where status in ('REGISTERED', 'INTAKE', 'ACTIVE');

create table enrolment_change (
    id uuid primary key,
    enrolment_id uuid not null references enrolment (id),
    participant_id uuid not null references participant (id),
    from_status text,
    to_status text not null,
    changed_on date not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    reason bytea -- sealed
);
create index enrolment_change_participant on enrolment_change (participant_id, changed_at desc);

create table consent (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    purpose text not null check (purpose in ('MUNICIPALITY', 'EMPLOYERS', 'RESEARCH', 'PHOTO')),
    text_version text not null,
    language text not null,
    given_on date not null,
    valid_until date not null,
    how text not null check (how in ('PAPER', 'SCREEN', 'ORAL')),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    withdrawn_on date,
    withdrawn_by uuid
);
create index consent_participant on consent (participant_id, purpose);

create table coach_assignment (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    coach_id uuid not null references account (id),
    from_on date not null,
    until_on date,
    reason text,
    assigned_by uuid not null,
    ended_by uuid,
    constraint coach_assignment_one_at_a_time exclude using gist (
        participant_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index coach_assignment_participant on coach_assignment (participant_id, from_on desc);
create index coach_assignment_coach on coach_assignment (coach_id) where until_on is null;

create table ladder_measurement (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    moment text not null check (moment in ('START', 'HALFWAY', 'END', 'FOLLOW_UP')),
    rung int not null check (rung between 1 and 6),
    measured_on date not null,
    measured_by uuid not null
);
create index ladder_participant on ladder_measurement (participant_id, measured_on);

-- Who changed which field of a dossier from what to what; sealed, and erasable apart from the trail.
create table participant_history (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    changed_at timestamptz not null,
    changed_by uuid not null,
    changes bytea not null
);
create index participant_history_participant on participant_history (participant_id, changed_at desc);

-- The municipality sees a resident as long as a consent says so, and no longer.
create function consent_decides_sharing() returns trigger language plpgsql as $$
declare
    until date;
begin
    select max(valid_until) into until from consent
    where participant_id = new.participant_id and purpose = 'MUNICIPALITY' and withdrawn_on is null;
    update participant set shared_until = until where id = new.participant_id and shared_until is distinct from until;
    update glance set shared_until = until where participant_id = new.participant_id and shared_until is distinct from until;
    update participant_search set shared_until = until
    where participant_id = new.participant_id and shared_until is distinct from until;
    return null;
end $$;
create trigger consent_decides_sharing after insert or update on consent
    for each row when (new.purpose = 'MUNICIPALITY') execute function consent_decides_sharing();

-- ---------------------------------------------------------------- who sees what
-- Reading: own locations, whom one reaches, and residents who agreed. Writing: never a client manager.
alter table participant enable row level security;
alter table participant force row level security;
create policy participant_read on participant for select using (
    location_id = any ((select app_locations())::uuid[])
    or id = any ((select app_reach())::uuid[])
    or (municipality_code = any ((select app_municipalities())::text[]) and shared_until >= (select app_today())));
create policy participant_add on participant for insert with check (location_id = any ((select app_locations())::uuid[]));
create policy participant_change on participant for update using (
    location_id = any ((select app_locations())::uuid[]) or id = any ((select app_caseload())::uuid[]));

alter table glance enable row level security;
alter table glance force row level security;
create policy glance_read on glance for select using (
    location_id = any ((select app_locations())::uuid[])
    or participant_id = any ((select app_reach())::uuid[])
    or (municipality_code = any ((select app_municipalities())::text[]) and shared_until >= (select app_today())));
create policy glance_add on glance for insert with check (location_id = any ((select app_locations())::uuid[]));
create policy glance_change on glance for update using (
    location_id = any ((select app_locations())::uuid[]) or participant_id = any ((select app_reach())::uuid[]));

alter table participant_search enable row level security;
alter table participant_search force row level security;
create policy participant_search_read on participant_search for select using (
    location_id = any ((select app_locations())::uuid[])
    or participant_id = any ((select app_reach())::uuid[])
    or (municipality_code = any ((select app_municipalities())::text[]) and shared_until >= (select app_today())));
create policy participant_search_add on participant_search for insert
    with check (location_id = any ((select app_locations())::uuid[]));
create policy participant_search_change on participant_search for update using (
    location_id = any ((select app_locations())::uuid[]) or participant_id = any ((select app_caseload())::uuid[]));

-- Tables of the dossier that coordinators and the own coach share: rows are few and found by participant, so each is
-- checked against the participant itself.
do $$
declare
    t text;
begin
    foreach t in array array['enrolment', 'enrolment_change', 'consent', 'coach_assignment', 'ladder_measurement',
                             'participant_history']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy %I on %I using (
            participant_id = any ((select app_caseload())::uuid[])
            or exists (select 1 from participant p where p.id = participant_id
                       and p.location_id = any ((select app_locations())::uuid[])))$p$, t || '_scope', t);
    end loop;
end $$;

-- The trail of a dossier is for the coordinators of its location.
create policy trail_of_own_dossiers on trail for select using (
    exists (select 1 from participant p where p.id = trail.participant_id
            and p.location_id = any ((select app_locations())::uuid[])));
