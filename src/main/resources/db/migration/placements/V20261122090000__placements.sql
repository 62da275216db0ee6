-- Employers and what they offer belong to a region; a placement belongs to a dossier.

create table employer (
    id uuid primary key,
    region_id uuid not null references region (id),
    name text collate dutch not null,
    folded text not null, -- the name as a search compares it: lower case, without accents
    kvk text check (kvk ~ '^[0-9]{8}$'), -- number in the trade register
    sector text not null check (sector ~ '^[A-U]$'), -- SBI section
    size text not null check (size in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
    street text,
    postcode text,
    town text,
    municipality_code text references municipality (code),
    note bytea, -- sealed
    created_at timestamptz not null,
    version bigint not null default 0,
    constraint employer_kvk_once unique (region_id, kvk)
);
create index employer_name on employer (region_id, name, id);
create index employer_municipality on employer (municipality_code);

create table contact_person (
    id uuid primary key,
    employer_id uuid not null references employer (id),
    name text not null,
    function text,
    phone text, -- E.164
    email text,
    left_on date -- no longer works there
);
create index contact_person_employer on contact_person (employer_id);

-- The history of the relation: a call, a visit, an agreement.
create table employer_event (
    id uuid primary key,
    employer_id uuid not null references employer (id),
    happened_on date not null,
    kind text not null check (kind in ('CALL', 'VISIT', 'MAIL', 'AGREEMENT', 'OTHER')),
    note bytea not null, -- sealed
    recorded_by uuid not null references account (id),
    recorded_at timestamptz not null
);
create index employer_event_employer on employer_event (employer_id, happened_on desc, id desc);
create index employer_event_recorded_by on employer_event (recorded_by);

create table opening (
    id uuid primary key,
    employer_id uuid not null references employer (id),
    region_id uuid not null references region (id), -- the employer's, so that a list and its policy read one table
    kind text not null,
    title text not null,
    folded text not null,
    description text,
    occupation text,
    language_level text,
    places int not null check (places between 1 and 500),
    taken int not null default 0, -- agreed, running or finished; counted here, since nobody sees all locations' placements
    from_on date,
    until_on date,
    hours_a_week numeric(4, 1) check (hours_a_week > 0 and hours_a_week <= 60),
    municipality_code text references municipality (code),
    state text not null check (state in ('OPEN', 'FILLED', 'WITHDRAWN')),
    opened_on date not null,
    version bigint not null default 0,
    constraint opening_room check (taken between 0 and places),
    constraint opening_period check (until_on is null or from_on is null or until_on >= from_on)
);
create index opening_employer on opening (employer_id);
create index opening_list on opening (region_id, state, opened_on desc, id desc);
create index opening_municipality on opening (municipality_code);

create table placement (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    opening_id uuid not null references opening (id),
    employer_id uuid not null references employer (id),
    kind text not null,
    state text not null check (state in ('PROPOSED', 'INTERVIEW', 'AGREED', 'RUNNING', 'FINISHED', 'STOPPED')),
    proposed_on date not null,
    interview_on date,
    starts_on date,
    ends_on date,
    began_on date, -- the day from which it ran; null for what never ran
    ended_on date,
    hours_a_week numeric(4, 1) check (hours_a_week > 0 and hours_a_week <= 60),
    supervisor text,
    agreement_signed_on date,
    insurance_checked boolean not null default false,
    stop_kind text,
    stop_reason bytea, -- sealed
    version bigint not null default 0,
    constraint placement_period check (ends_on is null or starts_on is null or ends_on >= starts_on),
    constraint placement_stop check ((state = 'STOPPED') = (stop_kind is not null))
);
create index placement_participant on placement (participant_id, proposed_on desc);
create index placement_opening on placement (opening_id);
create index placement_employer on placement (employer_id);
create index placement_term on placement (ends_on) where state = 'RUNNING';
create unique index placement_once_open on placement (participant_id, opening_id)
    where state in ('PROPOSED', 'INTERVIEW', 'AGREED', 'RUNNING');

create table placement_change (
    id uuid primary key,
    placement_id uuid not null references placement (id),
    participant_id uuid not null references participant (id),
    from_state text,
    to_state text not null, -- the same as before when only the term or the papers changed
    what text not null check (what in ('PROPOSE', 'INTERVIEW', 'AGREE', 'PAPERS', 'START', 'EXTEND', 'FINISH', 'STOP', 'CHECK_IN')),
    on_day date not null,
    ends_on date, -- the end of the term as it stood after this change
    changed_by uuid not null,
    changed_at timestamptz not null
);
create index placement_change_placement on placement_change (placement_id, changed_at desc);
create index placement_change_participant on placement_change (participant_id);

-- Still there after 13 and 26 weeks? After 26 weeks the outflow counts as lasting.
create table check_in (
    id uuid primary key,
    placement_id uuid not null references placement (id),
    participant_id uuid not null references participant (id),
    weeks int not null check (weeks in (13, 26)),
    due_on date not null,
    done_on date,
    still_there boolean,
    note bytea, -- sealed
    done_by uuid,
    constraint check_in_once unique (placement_id, weeks),
    constraint check_in_answer check ((done_on is null) = (still_there is null))
);
create index check_in_participant on check_in (participant_id);
create index check_in_due on check_in (due_on) where done_on is null;

-- What holds for a kind from and until a day; a municipality's own rule goes before the general one.
create table placement_rule (
    id int generated always as identity primary key,
    kind text not null,
    municipality_code text references municipality (code),
    from_on date not null,
    until_on date,
    longest_months int check (longest_months > 0),
    extendable_months int check (extendable_months >= longest_months), -- in all, the first term included
    agreement_needed boolean not null default false,
    insurance_needed boolean not null default false,
    constraint placement_rule_one_at_a_time exclude using gist (
        kind with =, (coalesce(municipality_code, '')) with =, daterange(from_on, until_on, '[]') with &&)
);
create index placement_rule_municipality on placement_rule (municipality_code);

-- A trial place keeps the benefit for two months, and for six at most (Participatiewet).
insert into placement_rule (kind, from_on, longest_months, extendable_months, agreement_needed, insurance_needed) values
    ('TRIAL_PLACE', date '2020-01-01', 2, 6, true, true),
    ('WORK_EXPERIENCE', date '2020-01-01', null, null, true, true),
    ('INTERNSHIP', date '2020-01-01', null, null, true, true);

-- ---------------------------------------------------------------- who sees what
do $$
declare
    t text;
begin
    foreach t in array array['placement', 'placement_change', 'check_in']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy %I on %I using (
            participant_id = any ((select app_caseload())::uuid[])
            or exists (select 1 from participant p where p.id = participant_id
                       and p.location_id = any ((select app_locations())::uuid[])))$p$, t || '_scope', t);
    end loop;
end $$;

-- The municipality follows its residents who agreed; the pages show kind, state and dates of it.
create policy placement_progress on placement for select using (
    exists (select 1 from participant p where p.id = participant_id
            and p.shared_until >= (select app_today())
            and p.municipality_code = any ((select app_municipalities())::text[])));

-- The employers of the own caseload: a coach reads the name of the place where a participant works, and no more.
create function app_placed_employers() returns uuid[] language sql stable as $$
    select case when app_role() = 'COACH' then
        array(select employer_id from placement where participant_id = any (app_caseload()))
    else '{}'::uuid[] end
$$;

alter table employer enable row level security;
alter table employer force row level security;
create policy employer_region on employer using (region_id = any ((select app_regions())::uuid[]));
create policy employer_of_caseload on employer for select using (id = any ((select app_placed_employers())::uuid[]));

alter table opening enable row level security;
alter table opening force row level security;
create policy opening_region on opening using (region_id = any ((select app_regions())::uuid[]));
create policy opening_of_caseload on opening for select using (employer_id = any ((select app_placed_employers())::uuid[]));

alter table contact_person enable row level security;
alter table contact_person force row level security;
create policy contact_person_region on contact_person using (
    exists (select 1 from employer e where e.id = employer_id and e.region_id = any ((select app_regions())::uuid[])));

alter table employer_event enable row level security;
alter table employer_event force row level security;
create policy employer_event_region on employer_event using (
    exists (select 1 from employer e where e.id = employer_id and e.region_id = any ((select app_regions())::uuid[])));
