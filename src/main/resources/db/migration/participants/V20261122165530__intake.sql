-- The intake: what is learnt of somebody in sections, each saved by itself. One row a participant, or a list of rows.

-- Dated: a kind that no longer exists stays readable with whoever has it, and is offered to nobody else.
create table permit_kind (
    code text primary key,
    name_nl text not null,
    name_en text not null,
    position int not null,
    from_on date not null,
    until_on date
);
insert into permit_kind (code, name_nl, name_en, position, from_on, until_on) values
    ('ASYLUM_FIXED', 'Asiel, bepaalde tijd', 'Asylum, fixed period', 1, '2001-04-01', null),
    ('ASYLUM_INDEFINITE', 'Asiel, onbepaalde tijd', 'Asylum, indefinite', 2, '2001-04-01', null),
    ('FAMILY', 'Nareis: gezin van een statushouder', 'Family of a refugee with a permit', 3, '2001-04-01', null),
    ('REGULAR_FIXED', 'Regulier, bepaalde tijd', 'Regular, fixed period', 4, '2001-04-01', null),
    ('REGULAR_INDEFINITE', 'Regulier, onbepaalde tijd', 'Regular, indefinite', 5, '2001-04-01', null),
    ('EU_LONG_TERM', 'EU-langdurig ingezetene', 'EU long-term resident', 6, '2006-12-01', null),
    ('TEMPORARY_PROTECTION', 'Tijdelijke bescherming (Oekraïne)', 'Temporary protection (Ukraine)', 7, '2022-03-04', null),
    ('DUTCH', 'Nederlandse nationaliteit gekregen', 'Became a Dutch citizen', 8, '2001-04-01', null),
    ('PARDON_2007', 'Pardonregeling 2007', 'Pardon of 2007', 9, '2007-06-15', '2008-12-31');

-- Which sections were gone through, when and by whom.
create table intake_section (
    participant_id uuid not null references participant (id),
    section text not null check (section in ('IDENTITY', 'REACHABILITY', 'BACKGROUND', 'HOUSEHOLD', 'LIMITS',
        'INTEGRATION', 'LANGUAGE', 'EDUCATION', 'WORK', 'WISHES', 'LADDER')),
    saved_at timestamptz not null,
    saved_by uuid not null,
    primary key (participant_id, section)
);

create table background (
    participant_id uuid primary key references participant (id),
    permit_kind text references permit_kind (code),
    permit_from date,
    permit_until date,
    arrived_year int,
    arrived_month int,
    arrived_day int,
    social_service_id uuid references social_service (id)
);
create index background_permit_until on background (permit_until) where permit_until is not null;

-- Of which kind the benefit is; since when and until when stands with the registration. Apart, since a coach may read
-- the rest of the background and not this.
create table benefit (
    participant_id uuid primary key references participant (id),
    kind text not null check (kind in ('NONE', 'PARTICIPATION_ACT', 'UNEMPLOYMENT', 'DISABILITY', 'STUDENT', 'OTHER'))
);

create table household (
    participant_id uuid primary key references participant (id),
    kind text check (kind in ('ALONE', 'PARTNER', 'PARTNER_CHILDREN', 'CHILDREN', 'RELATIVES', 'SHARED')),
    children int check (children between 0 and 20),
    childcare text check (childcare in ('NOT_NEEDED', 'ARRANGED', 'WANTED', 'WAITING')),
    hours_a_week int check (hours_a_week between 0 and 60),
    days text[] not null default '{}', -- such as MONDAY
    note bytea -- sealed
);

-- What somebody can do less long or less easily, in fixed words; never why.
create table functional_limits (
    participant_id uuid primary key references participant (id),
    words bytea not null -- sealed
);

create table integration (
    participant_id uuid primary key references participant (id),
    act text check (act in ('ACT_2013', 'ACT_2021', 'NOT_OBLIGED')),
    term_from date,
    term_until date,
    pip_on date,
    language_state text check (language_state in ('OPEN', 'PASSED', 'EXEMPT')),
    language_on date,
    knm_state text check (knm_state in ('OPEN', 'PASSED', 'EXEMPT')),
    knm_on date,
    map_state text check (map_state in ('OPEN', 'PASSED', 'EXEMPT')),
    map_on date,
    pvt_state text check (pvt_state in ('OPEN', 'PASSED', 'EXEMPT')),
    pvt_on date
);
create index integration_term on integration (term_until) where term_until is not null;

-- Each measurement stays: the last one of a skill is the level now.
create table language_measurement (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    skill text not null check (skill in ('LISTENING', 'READING', 'SPEAKING', 'WRITING')),
    level text not null check (level in ('ALFA_A', 'ALFA_B', 'ALFA_C', 'PRE_A1', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    source text not null check (source in ('TEST', 'EXAM', 'ESTIMATE')),
    measured_on date not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null
);
create index language_measurement_participant on language_measurement (participant_id, measured_on desc);

create table education (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    level int not null check (level between 0 and 8), -- ISCED 2011
    title text,
    country text, -- ISO 3166
    until_year int,
    diploma text not null check (diploma in ('YES', 'LOST', 'NO', 'BUSY')),
    valuation text not null check (valuation in ('NONE', 'REQUESTED', 'GIVEN')), -- by IDW
    valued_as text,
    valued_on date,
    valued_until date
);
create index education_participant on education (participant_id);

create table work_experience (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    occupation text not null, -- ESCO
    isco text not null, -- unit group of ISCO-08
    country text, -- ISO 3166
    from_year int,
    until_year int, -- null: still
    note bytea -- sealed
);
create index work_experience_participant on work_experience (participant_id);

create table work_wish (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    occupation text not null,
    isco text not null,
    added_at timestamptz not null,
    unique (participant_id, occupation)
);

create table work_profile (
    participant_id uuid primary key references participant (id),
    licences text[] not null default '{}',
    digital_skills text check (digital_skills in ('NONE', 'PHONE', 'BASIC', 'GOOD')),
    own_words bytea -- sealed
);

-- The answers behind a measurement on the ladder: five for the rung, five for growth potential, each t or f.
create table ladder_answers (
    measurement_id uuid primary key references ladder_measurement (id),
    participant_id uuid not null references participant (id),
    rung_answers text not null check (rung_answers ~ '^[tf]{5}$'),
    growth_answers text not null check (growth_answers ~ '^[tf]{5}$'),
    growth int not null check (growth between 0 and 5)
);
create index ladder_answers_participant on ladder_answers (participant_id);

-- ---------------------------------------------------------------- who sees what
-- Coordinators of the own locations read and write; the own coach reads.
do $$
declare
    t text;
    own constant text := $p$exists (select 1 from participant p where p.id = participant_id
                         and p.location_id = any ((select app_locations())::uuid[]))$p$;
begin
    foreach t in array array['background', 'household', 'functional_limits', 'integration', 'language_measurement',
                             'education', 'work_experience', 'work_wish', 'work_profile', 'benefit',
                             'intake_section', 'ladder_answers']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy %I on %I using (%s)', t || '_scope', t, own);
        if t <> 'benefit' then
            execute format('create policy %I on %I for select using (participant_id = any ((select app_caseload())::uuid[]))',
                           t || '_read', t);
        end if;
    end loop;
end $$;

-- A coach keeps the ways to reach somebody up to date, and measures on the ladder.
create policy intake_section_coach_add on intake_section for insert with check (
    section in ('REACHABILITY', 'LADDER') and participant_id = any ((select app_caseload())::uuid[]));
create policy intake_section_coach_change on intake_section for update using (
    section in ('REACHABILITY', 'LADDER') and participant_id = any ((select app_caseload())::uuid[]));
create policy ladder_answers_coach_add on ladder_answers for insert with check (
    participant_id = any ((select app_caseload())::uuid[]));
