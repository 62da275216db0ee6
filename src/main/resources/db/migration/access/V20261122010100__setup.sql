-- The links with which the first administrator makes the first account; only a hash of each.
create table setup_link (
    token_hash bytea primary key,
    expires_at timestamptz not null
);
