-- Whom a location asked to come and coach or train. For an address that had an account already there is no account
-- here: the one who invites is told the same in both cases.
create table invitation (
    id uuid primary key,
    location_id uuid not null references location (id),
    role text not null check (role in ('COACH', 'TRAINER')),
    name text not null,
    email text not null,
    account_id uuid references account (id),
    invited_by uuid references account (id),
    invited_at timestamptz not null
);
create index invitation_location on invitation (location_id, invited_at desc);
create index invitation_account on invitation (account_id);
create index invitation_invited_by on invitation (invited_by);

alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_scope on invitation using (
    location_id = any ((select app_locations())::uuid[]) or (select app_role()) = 'ADMINISTRATOR');

create index account_name_dutch on account (name collate dutch, id);
