-- The secret address of somebody's calendar; only a hash of it is kept. Read by who asks with the secret, before it is
-- known who that is, so there is no wall here: like one_time_link.
create table calendar_feed (
    account_id uuid primary key references account (id),
    secret_hash bytea not null unique,
    made_at timestamptz not null,
    counted_from timestamptz not null, -- the minute in which requests are counted
    counted int not null default 0
);

-- Addresses that nobody has, by who tried them.
create table calendar_miss (
    id bigint generated always as identity primary key,
    address text not null,
    missed_at timestamptz not null
);
create index calendar_miss_address on calendar_miss (address, missed_at);
create index calendar_miss_at on calendar_miss (missed_at);
