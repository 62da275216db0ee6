-- The same person twice: under which keys people are filed, who may be one, and dossiers that became one.

-- Null until the search entry was compared with others since it last changed.
alter table participant_search add column compared_at timestamptz;
create index participant_search_to_compare on participant_search (participant_id) where compared_at is null;

-- Whoever shares a key is compared in full; written and read by a job alone.
create table match_key (
    participant_id uuid not null references participant (id) on delete cascade,
    key text collate "C" not null,
    location_id uuid not null,
    primary key (participant_id, key)
);
create index match_key_key on match_key (key, participant_id);

create table likely_double (
    id uuid primary key,
    participant_id uuid not null references participant (id) on delete cascade,
    other_id uuid not null references participant (id) on delete cascade,
    location_id uuid not null, -- of the first
    other_location_id uuid not null,
    score int not null check (score between 0 and 1000), -- in thousandths
    likely boolean not null,
    reasons text[] not null,
    by_hand boolean not null default false, -- two numbers that somebody typed; never taken away by the job
    found_at timestamptz not null,
    dismissed_at timestamptz,
    dismissed_by uuid references account (id),
    dismissed_reason bytea, -- sealed
    version bigint not null default 0,
    constraint likely_double_once unique (participant_id, other_id),
    constraint likely_double_order check (participant_id < other_id)
);
create index likely_double_location on likely_double (location_id, score desc, id);
create index likely_double_other_location on likely_double (other_location_id, score desc, id);
create index likely_double_other on likely_double (other_id);
create index likely_double_dismissed_by on likely_double (dismissed_by) where dismissed_by is not null;

-- A dossier that became part of another one keeps its row and its number, and leads to the other.
alter table participant add column merged_into uuid references participant (id);
create index participant_merged_into on participant (merged_into) where merged_into is not null;

create table merging (
    id uuid primary key,
    into_id uuid not null references participant (id),
    from_id uuid not null references participant (id),
    into_number text not null,
    from_number text not null,
    merged_at timestamptz not null,
    merged_by uuid not null references account (id),
    undo_until date not null, -- the last day
    undone_at timestamptz,
    undone_by uuid references account (id)
);
create unique index merging_once on merging (from_id) where undone_at is null;
create index merging_into on merging (into_id);
create index merging_from on merging (from_id);
create index merging_number on merging (from_number) where undone_at is null;
create index merging_undo_until on merging (undo_until);
create index merging_merged_by on merging (merged_by);
create index merging_undone_by on merging (undone_by) where undone_by is not null;

-- Each row that a merge touched, as it was and as it became; gone when it can no longer be undone.
create table merging_row (
    id bigint generated always as identity primary key,
    merging_id uuid not null references merging (id) on delete cascade,
    table_name text not null,
    what text not null check (what in ('CHANGED', 'REMOVED', 'ADDED')),
    key_columns text[] not null,
    before jsonb,
    after jsonb
);
create index merging_row_merging on merging_row (merging_id, id);

-- Two coaches at the same time were true for two dossiers; in one they stand beside each other as history.
alter table coach_assignment add column merged_in boolean not null default false;
alter table coach_assignment drop constraint coach_assignment_one_at_a_time;
alter table coach_assignment add constraint coach_assignment_one_at_a_time exclude using gist (
    participant_id with =, daterange(from_on, until_on, '[]') with &&) where (not merged_in);

-- A consent that moves to another dossier counts there and no longer here.
create or replace function consent_decides_sharing() returns trigger language plpgsql as $$
declare
    whose uuid;
    until date;
begin
    foreach whose in array case when tg_op = 'UPDATE' and old.participant_id <> new.participant_id
                                then array[old.participant_id, new.participant_id] else array[new.participant_id] end
    loop
        select max(valid_until) into until from consent
        where participant_id = whose and purpose = 'MUNICIPALITY' and withdrawn_on is null;
        update participant set shared_until = until where id = whose and shared_until is distinct from until;
        update glance set shared_until = until where participant_id = whose and shared_until is distinct from until;
        update participant_search set shared_until = until
        where participant_id = whose and shared_until is distinct from until;
    end loop;
    return null;
end $$;

-- ---------------------------------------------------------------- who sees what
-- A dossier that became part of another one leaves the lists.
create policy glance_remove on glance for delete using (location_id = any ((select app_locations())::uuid[]));
create policy participant_search_remove on participant_search for delete
    using (location_id = any ((select app_locations())::uuid[]));

alter table match_key enable row level security;
alter table match_key force row level security;
create policy match_key_scope on match_key using (location_id = any ((select app_locations())::uuid[]));

-- Whoever sees one of the two knows that there may be another; who that is, the other location tells.
alter table likely_double enable row level security;
alter table likely_double force row level security;
create policy likely_double_scope on likely_double using (
    location_id = any ((select app_locations())::uuid[]) or other_location_id = any ((select app_locations())::uuid[]));

-- Whoever may open the dossier that stayed is led to it from the other one's number.
alter table merging enable row level security;
alter table merging force row level security;
create policy merging_read on merging for select using (
    exists (select 1 from participant p where p.id = into_id));
create policy merging_write on merging using (
    exists (select 1 from participant p where p.id = into_id
            and p.location_id = any ((select app_locations())::uuid[])));

alter table merging_row enable row level security;
alter table merging_row force row level security;
create policy merging_row_scope on merging_row using (
    exists (select 1 from merging m join participant p on p.id = m.into_id where m.id = merging_id
            and p.location_id = any ((select app_locations())::uuid[])));
