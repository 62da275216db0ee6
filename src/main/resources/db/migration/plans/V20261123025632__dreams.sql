-- From the job of somebody's dreams to what it takes, what is there already, and the steps between.

-- What an occupation takes: written once, used and put right by all. Nothing in it is about a participant.
create table occupation_demand (
    occupation text primary key, -- ESCO
    language text check (language in ('PRE_A1', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    diploma_level int check (diploma_level between 0 and 8), -- ISCED 2011
    diploma text,
    licences text[] not null default '{}',
    regulated boolean not null default false,
    register text, -- with whom one registers, where it is regulated
    advice text,
    written_at timestamptz not null,
    written_by uuid not null references account (id),
    version bigint not null default 0
);
create index occupation_demand_written_by on occupation_demand (written_by);

create table dream (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    occupation text not null, -- ESCO
    goal_id uuid references goal (id), -- of which the gaps are steps
    bridge text, -- ESCO: work that is within reach now and leads there
    bridge_reason bytea, -- sealed
    chosen_at timestamptz not null,
    chosen_by uuid not null references account (id),
    version bigint not null default 0
);
create index dream_participant on dream (participant_id, chosen_at desc, id desc);
create index dream_goal on dream (goal_id) where goal_id is not null;
create index dream_chosen_by on dream (chosen_by);

-- Which gap between a dream and what is there a step closes: one step for each.
alter table step add column dream_id uuid references dream (id);
alter table step add column gap text;
create unique index step_gap on step (dream_id, gap) where dream_id is not null;

alter table dream enable row level security;
alter table dream force row level security;
create policy dream_scope on dream using (
    participant_id = any ((select app_caseload())::uuid[])
    or exists (select 1 from participant p where p.id = participant_id
               and p.location_id = any ((select app_locations())::uuid[])));
