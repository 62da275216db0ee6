-- What somebody put away on Today until a day. The mark is a hash of what it is about: the row itself names nobody, and
-- what is done in the meantime leaves nothing to remove.
create table snooze (
    account_id uuid not null references account (id),
    mark text not null check (mark ~ '^[0-9a-f]{64}$'),
    until_on date not null, -- the day on which it comes back
    put_away_at timestamptz not null,
    primary key (account_id, mark)
);
create index snooze_until on snooze (until_on);

alter table snooze enable row level security;
alter table snooze force row level security;
create policy snooze_own on snooze using (account_id = (select app_actor()));
