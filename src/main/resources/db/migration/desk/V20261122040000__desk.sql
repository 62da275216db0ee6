-- A form that is sent twice counts once: its key is written in the transaction of the change.
create table form_key (
    key uuid primary key,
    account_id uuid not null references account (id),
    used_at timestamptz not null
);
create index form_key_used_at on form_key (used_at);

-- Text that somebody is writing; sealed, and gone once the form was saved.
create table draft (
    account_id uuid not null references account (id),
    place text not null, -- the page and the field, such as plan:<participant>:contact
    body bytea not null,
    saved_at timestamptz not null,
    primary key (account_id, place)
);
create index draft_saved_at on draft (saved_at);
alter table draft enable row level security;
alter table draft force row level security;
create policy draft_own on draft using (account_id = (select app_actor()));
