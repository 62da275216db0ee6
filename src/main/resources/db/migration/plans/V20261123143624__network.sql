-- Whom a volunteer knows: an organisation and what one does there. The name of a person and the note are the owner's own.
create table acquaintance (
    id uuid primary key,
    owner_id uuid not null references account (id),
    organisation text not null check (length(organisation) <= 120),
    does text check (length(does) <= 120), -- what the one whom they know does there
    sector text not null check (sector ~ '^[A-U]$'),
    municipality_code text references municipality (code),
    folded text not null, -- what is searched
    person bytea, -- sealed
    note bytea, -- sealed
    added_at timestamptz not null,
    removed_at timestamptz, -- it can be put back for a month
    version bigint not null default 0
);
create index acquaintance_owner on acquaintance (owner_id, organisation) where removed_at is null;
create index acquaintance_municipality on acquaintance (municipality_code);

alter table acquaintance enable row level security;
alter table acquaintance force row level security;
create policy acquaintance_own on acquaintance using (owner_id = app_actor());
create policy acquaintance_search on acquaintance for select using (
    (select app_role()) = 'COORDINATOR'
    and exists (select 1 from coach_profile c where c.account_id = owner_id
                and c.location_id = any ((select app_locations())::uuid[])));
create policy acquaintance_jobs on acquaintance using ((select app_role()) = 'SERVICE');

-- Somebody is asked to introduce a participant to somebody; it is done or not; and something comes of it or not.
create table introduction (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    via text not null check (via in ('COACH', 'PARTICIPANT', 'EMPLOYER', 'OTHER')),
    whom bytea not null, -- sealed
    wanted bytea, -- sealed: what is asked, without a name
    asked_on date not null,
    asked_by uuid not null references account (id),
    asked_of uuid references account (id), -- the coach in whose network it stands
    state text not null check (state in ('ASKED', 'MADE', 'DECLINED')),
    decided_on date,
    outcome text check (outcome in ('NOTHING', 'TALK', 'VISIT', 'WORK_EXPERIENCE', 'WORK')),
    note bytea, -- sealed
    version bigint not null default 0,
    check ((state = 'ASKED') = (decided_on is null)),
    check (outcome is null or state = 'MADE')
);
create index introduction_participant on introduction (participant_id, asked_on desc);
create index introduction_asked_by on introduction (asked_by);
create index introduction_asked_of on introduction (asked_of, asked_on) where asked_of is not null;

alter table introduction enable row level security;
alter table introduction force row level security;
create policy introduction_scope on introduction using (
    participant_id = any ((select app_caseload())::uuid[])
    or exists (select 1 from participant p where p.id = participant_id
               and p.location_id = any ((select app_locations())::uuid[])));
create policy introduction_opened on introduction for select using (participant_id = any ((select app_opened())::uuid[]));
-- The coach who is asked reads what is asked and answers, without reaching the participant.
create policy introduction_asked on introduction for select using (asked_of = app_actor());
create policy introduction_answered on introduction for update using (asked_of = app_actor());
