-- How long a dossier is kept, what holds it, and what is left when it goes.

-- A coordinator keeps everything of a person as it is, with a reason, until somebody lifts it.
create table legal_hold (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    reason bytea not null, -- sealed
    set_at timestamptz not null,
    set_by uuid not null references account (id),
    lifted_at timestamptz,
    lifted_by uuid references account (id)
);
create unique index legal_hold_once on legal_hold (participant_id) where lifted_at is null;
create index legal_hold_participant on legal_hold (participant_id, set_at desc);
create index legal_hold_set_by on legal_hold (set_by);
create index legal_hold_lifted_by on legal_hold (lifted_by) where lifted_by is not null;

alter table legal_hold enable row level security;
alter table legal_hold force row level security;
create policy legal_hold_scope on legal_hold using (
    exists (select 1 from participant p where p.id = participant_id
            and p.location_id = any ((select app_locations())::uuid[])));

-- Since when the coaching notes of a person are gone.
alter table participant add column notes_gone_on date;

create index glance_ended on glance (location_id, ended_on, participant_id) where ended_on is not null;

-- That it was done, and what was found afterwards. It points to nobody: the id leads to no row any more.
create table erasure (
    id uuid primary key,
    subject_id uuid not null,
    location_id uuid not null references location (id),
    what text not null check (what in ('NOTES', 'ALL')),
    basis text not null check (basis in ('TERM', 'REQUEST')),
    erased_at timestamptz not null,
    erased_by uuid not null references account (id),
    rows_gone int not null,
    columns_searched int not null,
    traces_found int not null check (traces_found = 0)
);
create index erasure_location on erasure (location_id, erased_at desc);
create index erasure_erased_by on erasure (erased_by);
revoke update, delete, truncate on erasure from "${app}";

alter table erasure enable row level security;
alter table erasure force row level security;
create policy erasure_read on erasure for select using (location_id = any ((select app_locations())::uuid[]));
create policy erasure_add on erasure for insert with check (location_id = any ((select app_locations())::uuid[]));

-- What the figures count of a person who was erased. The id is made for this row and stands nowhere else.
create table past_person (
    id uuid primary key,
    municipality_code text not null references municipality (code),
    phase text not null,
    registered_on date not null,
    intake_on date,
    coach_on date,
    coached boolean not null,
    plan_on date,
    acting_on date,
    placed_on date,
    placement_kind text,
    rung_start int,
    rung_now int,
    attendance_percent int,
    benefit boolean,
    benefit_until date
);
create index past_person_municipality on past_person (municipality_code);

alter table past_person enable row level security;
alter table past_person force row level security;
create policy past_person_jobs on past_person using ((select app_role()) = 'SERVICE');

-- Everybody who counts: those who are here and those who were.
create view counted_person with (security_invoker = true) as
    select g.participant_id as id, g.municipality_code, g.phase, g.registered_on, g.intake_on, g.coach_on,
        g.coach_id is not null as coached, g.plan_on, g.acting_on, g.placed_on, g.placement_kind, g.rung_start, g.rung_now,
        g.attendance_percent, p.benefit, p.benefit_until
    from glance g join participant p on p.id = g.participant_id
    union all
    select id, municipality_code, phase, registered_on, intake_on, coach_on, coached, plan_on, acting_on, placed_on,
        placement_kind, rung_start, rung_now, attendance_percent, benefit, benefit_until
    from past_person;

-- A dossier goes as a whole, by the application in the name of a job; nobody else removes one.
create policy participant_remove on participant for delete using ((select app_role()) = 'SERVICE');
create policy draft_read_of_all on draft for select using ((select app_role()) = 'SERVICE');
create policy draft_remove_of_all on draft for delete using ((select app_role()) = 'SERVICE');
