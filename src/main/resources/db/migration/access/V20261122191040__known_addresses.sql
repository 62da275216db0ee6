-- From where an account was signed in to before. Whoever comes from there is not held up by the failures of others.
create table sign_in_known (
    account_key bytea not null,
    address text not null,
    last_at timestamptz not null,
    primary key (account_key, address)
);
create index sign_in_known_last on sign_in_known (last_at);
create index sign_in_failure_account on sign_in_failure (account_key, failed_at);
