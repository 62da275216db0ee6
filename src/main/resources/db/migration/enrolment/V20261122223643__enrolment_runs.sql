-- What belongs to a run through the programme: its outcome, who pays for it, the line for a coach, aftercare, transfers.

alter table enrolment add column outcome text check (outcome in ('PAID_WORK', 'TEMPORARY_WORK', 'EDUCATION', 'INTERNSHIP',
    'VOLUNTEER_WORK', 'OTHER_ACTIVITY', 'NOTHING_YET'));

-- Out of which project the run is paid; for coordinators alone (DOMAIN.md).
create table enrolment_funding (
    enrolment_id uuid primary key references enrolment (id),
    participant_id uuid not null references participant (id),
    project_code text not null check (length(project_code) <= 40),
    from_on date not null,
    until_on date not null,
    set_by uuid not null references account (id),
    set_at timestamptz not null,
    version bigint not null default 0,
    constraint enrolment_funding_period check (until_on >= from_on)
);
create index enrolment_funding_participant on enrolment_funding (participant_id);

-- Each check stays; the last one of a kind counts. Its evidence is a document, a remark, or both.
create table eligibility_check (
    id uuid primary key,
    enrolment_id uuid not null references enrolment (id),
    participant_id uuid not null references participant (id),
    kind text not null check (kind in ('RESIDENCE_STATUS', 'AGE', 'MUNICIPALITY', 'INTEGRATION_DUTY', 'NO_OTHER_FUNDING')),
    met boolean not null,
    remark bytea, -- sealed
    document_id uuid references document (id),
    checked_by uuid not null references account (id),
    checked_at timestamptz not null,
    constraint eligibility_check_evidence check (remark is not null or document_id is not null)
);
create index eligibility_check_participant on eligibility_check (participant_id, kind, checked_at desc);
create index eligibility_check_document on eligibility_check (document_id) where document_id is not null;

-- Who goes before others in the line for a coach, and why.
create table waiting_priority (
    participant_id uuid primary key references participant (id),
    moved_at timestamptz not null,
    moved_by uuid not null references account (id),
    reason bytea not null -- sealed
);
create index glance_queue on glance (location_id, registered_on, number)
    where coach_id is null and status in ('REGISTERED', 'INTAKE');

create table aftercare_check_in (
    id uuid primary key,
    enrolment_id uuid not null references enrolment (id),
    participant_id uuid not null references participant (id),
    location_id uuid not null references location (id), -- kept by the database, so that a list is read from an index
    weeks int not null check (weeks in (13, 26)),
    due_on date not null,
    done_on date,
    situation text check (situation in ('PAID_WORK', 'TEMPORARY_WORK', 'EDUCATION', 'INTERNSHIP', 'VOLUNTEER_WORK',
        'OTHER_ACTIVITY', 'NOTHING_YET')),
    note bytea, -- sealed
    done_by uuid references account (id),
    constraint aftercare_check_in_once unique (enrolment_id, weeks),
    constraint aftercare_check_in_answer check ((done_on is null) = (situation is null))
);
create index aftercare_check_in_participant on aftercare_check_in (participant_id, due_on);
create index aftercare_check_in_due on aftercare_check_in (location_id, due_on) where done_on is null;

create table transfer (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    from_location_id uuid not null references location (id),
    to_location_id uuid not null references location (id),
    transferred_at timestamptz not null,
    transferred_by uuid not null references account (id),
    reason bytea not null, -- sealed
    received_at timestamptz,
    received_by uuid references account (id),
    constraint transfer_elsewhere check (from_location_id <> to_location_id)
);
create index transfer_participant on transfer (participant_id, transferred_at desc);
create index transfer_to_receive on transfer (to_location_id, transferred_at) where received_at is null;

create trigger aftercare_belongs before insert or update on aftercare_check_in
    for each row execute function placement_belongs();

create function aftercare_moves() returns trigger language plpgsql as $$
declare
    role_before text := coalesce(current_setting('app.role', true), '');
begin
    perform set_config('app.role', 'SERVICE', true);
    update aftercare_check_in set location_id = new.location_id where participant_id = new.id;
    perform set_config('app.role', role_before, true);
    return null;
end
$$;
create trigger aftercare_moves after update of location_id on participant
    for each row when (old.location_id is distinct from new.location_id) execute function aftercare_moves();

-- Coordinators of the location and the own coach ask how it goes afterwards.
alter table aftercare_check_in enable row level security;
alter table aftercare_check_in force row level security;
create policy aftercare_check_in_scope on aftercare_check_in using (
    participant_id = any ((select app_caseload())::uuid[])
    or exists (select 1 from participant p where p.id = participant_id
               and p.location_id = any ((select app_locations())::uuid[])));

-- The rest is for coordinators.
do $$
declare
    t text;
begin
    foreach t in array array['enrolment_funding', 'eligibility_check', 'waiting_priority', 'transfer']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy %I on %I using (exists (select 1 from participant p where p.id = participant_id
            and p.location_id = any ((select app_locations())::uuid[])))$p$, t || '_scope', t);
    end loop;
end $$;

-- Gives a dossier to another location. Whoever has it may give it away; nobody can take one.
create function transfer_participant(person uuid, target uuid) returns void language plpgsql as $$
declare
    role_before text := coalesce(current_setting('app.role', true), '');
begin
    if role_before <> 'COORDINATOR' or not exists (
            select 1 from participant where id = person and location_id = any (app_locations())) then
        raise exception 'only the own location gives a dossier away';
    end if;
    perform set_config('app.role', 'SERVICE', true);
    update participant set location_id = target, version = version + 1 where id = person;
    update glance set location_id = target where participant_id = person;
    update participant_search set location_id = target where participant_id = person;
    perform set_config('app.role', role_before, true);
end
$$;
