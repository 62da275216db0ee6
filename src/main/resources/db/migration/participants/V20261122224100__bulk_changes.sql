-- What was done for many at once, and how each stood before, so that it can be taken back as a whole.
create table bulk_change (
    id uuid primary key,
    actor_id uuid not null references account (id),
    action text not null check (action in ('COACH', 'RELEASE', 'INTAKE')),
    done_at timestamptz not null,
    undone_at timestamptz
);
create index bulk_change_actor on bulk_change (actor_id);

create table bulk_change_item (
    bulk_id uuid not null references bulk_change (id),
    participant_id uuid not null references participant (id),
    assignment_before uuid,
    coach_before uuid,
    from_before date,
    reason_before bytea, -- sealed
    by_before uuid,
    coach_on_before date,
    status_before text not null,
    intake_before date,
    assignment_after uuid,
    status_after text,
    refusal text, -- why this one was not taken back, as a message code
    primary key (bulk_id, participant_id)
);
create index bulk_change_item_participant on bulk_change_item (participant_id);

alter table bulk_change enable row level security;
alter table bulk_change force row level security;
create policy bulk_change_own on bulk_change using (actor_id = (select app_actor()));

alter table bulk_change_item enable row level security;
alter table bulk_change_item force row level security;
create policy bulk_change_item_scope on bulk_change_item using (
    exists (select 1 from participant p where p.id = participant_id
            and p.location_id = any ((select app_locations())::uuid[])));
