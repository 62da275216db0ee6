-- Views of the list of participants that somebody keeps: filters, order and columns, never a search for one person.
create table list_view (
    id uuid primary key,
    owner_id uuid not null references account (id),
    role text not null, -- a coordinator who is also a coach keeps them apart
    location_id uuid references location (id), -- shared with whoever coordinates there; null: the owner's alone
    name text not null,
    query text not null, -- what stands behind the question mark of its address
    created_at timestamptz not null,
    removed_at timestamptz,
    version bigint not null default 0
);
create index list_view_owner on list_view (owner_id);
create index list_view_location on list_view (location_id) where location_id is not null;

alter table list_view enable row level security;
alter table list_view force row level security;
create policy list_view_read on list_view for select using (
    owner_id = (select app_actor()) or location_id = any ((select app_locations())::uuid[]));
create policy list_view_add on list_view for insert with check (
    owner_id = (select app_actor())
    and (location_id is null or location_id = any ((select app_locations())::uuid[])));
-- who no longer works at a location may still take the own view away there
create policy list_view_change on list_view for update using (owner_id = (select app_actor())) with check (
    owner_id = (select app_actor())
    and (location_id is null or removed_at is not null or location_id = any ((select app_locations())::uuid[])));
create policy list_view_remove on list_view for delete using (owner_id = (select app_actor()));

-- The order "longest in the programme first" reads a page of this.
create index glance_registered on glance (location_id, registered_on, participant_id);
