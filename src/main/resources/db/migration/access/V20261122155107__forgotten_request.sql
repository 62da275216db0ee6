-- Requests for a link to choose another password, of accounts that exist and of those that do not; kept for a day.
create table forgotten_request (
    id bigint generated always as identity primary key,
    account_key bytea not null,
    address text not null,
    asked_at timestamptz not null
);
create index forgotten_request_account on forgotten_request (account_key, asked_at);
create index forgotten_request_address on forgotten_request (address, asked_at);
create index forgotten_request_at on forgotten_request (asked_at);
