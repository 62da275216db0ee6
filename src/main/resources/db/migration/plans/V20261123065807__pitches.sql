-- A participant's pitch in three parts. What was written stays: each time it is saved a version comes after it. Versions are
-- numbered by the moment at which they were written, so that two dossiers that become one need no new numbers.
create table pitch (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    who_i_am bytea, -- sealed, as the other two
    what_i_can bytea,
    what_i_want bytea,
    written_at timestamptz not null,
    written_by uuid not null references account (id)
);
create index pitch_participant on pitch (participant_id, written_at, id);
create index pitch_written_by on pitch (written_by);

-- What a coach or a trainer thought of one version; giving it again replaces one's own.
create table pitch_rating (
    pitch_id uuid not null references pitch (id),
    participant_id uuid not null references participant (id),
    rated_by uuid not null references account (id),
    rated_as text not null check (rated_as in ('COACH', 'TRAINER')),
    clarity int not null check (clarity between 1 and 5),
    substance int not null check (substance between 1 and 5),
    presence int not null check (presence between 1 and 5),
    remark bytea, -- sealed
    rated_at timestamptz not null,
    primary key (pitch_id, rated_by)
);
create index pitch_rating_participant on pitch_rating (participant_id);
create index pitch_rating_rated_by on pitch_rating (rated_by);

alter table pitch enable row level security;
alter table pitch force row level security;
create policy pitch_scope on pitch using (
    participant_id = any ((select app_caseload())::uuid[])
    or exists (select 1 from participant p where p.id = participant_id
               and p.location_id = any ((select app_locations())::uuid[])));
-- A pitch is practised in the group: its trainers read and rate it, and see nothing else of the plan.
create policy pitch_trained on pitch for select using (participant_id = any ((select app_reach())::uuid[]));
create policy pitch_opened on pitch for select using (participant_id = any ((select app_opened())::uuid[]));

alter table pitch_rating enable row level security;
alter table pitch_rating force row level security;
create policy pitch_rating_scope on pitch_rating using (
    exists (select 1 from participant p where p.id = participant_id
            and p.location_id = any ((select app_locations())::uuid[])));
create policy pitch_rating_read on pitch_rating for select using (participant_id = any ((select app_reach())::uuid[]));
create policy pitch_rating_opened on pitch_rating for select using (participant_id = any ((select app_opened())::uuid[]));
create policy pitch_rating_give on pitch_rating for insert with check (
    participant_id = any ((select app_reach())::uuid[]) and rated_by = app_actor());
create policy pitch_rating_renew on pitch_rating for update using (
    participant_id = any ((select app_reach())::uuid[]) and rated_by = app_actor());
