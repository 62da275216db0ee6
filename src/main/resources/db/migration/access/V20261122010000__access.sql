-- Accounts, their roles and places, secrets and sessions.
create table account (
    id uuid primary key,
    email text not null,
    name text not null,
    language text not null default 'nl' check (language in ('nl', 'en')),
    status text not null check (status in ('INVITED', 'ACTIVE', 'BLOCKED')),
    created_at timestamptz not null,
    last_sign_in_at timestamptz,
    version bigint not null default 0,
    constraint account_email unique (email),
    constraint account_email_folded check (email = lower(email))
);
create index account_name on account (name, id);

create table account_role (
    account_id uuid not null references account (id),
    role text not null,
    primary key (account_id, role)
);
create index account_role_role on account_role (role, account_id);

-- Filled by people, which knows what a location and a municipality are; read by every policy.
create table account_location (
    account_id uuid not null references account (id),
    location_id uuid not null,
    primary key (account_id, location_id)
);
create table account_municipality (
    account_id uuid not null references account (id),
    municipality_code text not null,
    primary key (account_id, municipality_code)
);

create table credential (
    account_id uuid primary key references account (id),
    password_hash text not null,
    changed_at timestamptz not null
);

create table sign_in_failure (
    id bigint generated always as identity primary key,
    account_key bytea not null,
    address text not null,
    failed_at timestamptz not null
);
create index sign_in_failure_pair on sign_in_failure (account_key, address, failed_at);
create index sign_in_failure_address on sign_in_failure (address, failed_at);
create index sign_in_failure_at on sign_in_failure (failed_at);

create table one_time_link (
    token_hash bytea primary key,
    account_id uuid not null references account (id),
    purpose text not null check (purpose in ('INVITE', 'RESET', 'FIRST_ADMINISTRATOR')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index one_time_link_account on one_time_link (account_id);

create table spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- The places of whoever is asking. People, which owns the locations, widens this for jobs.
create function app_locations() returns uuid[] language sql stable as $$
    select case
        when app_role() = 'COORDINATOR' then
            array(select location_id from account_location where account_id = app_actor())
        else '{}'::uuid[] end
$$;

create function app_municipalities() returns text[] language sql stable as $$
    select case when app_role() = 'CLIENT_MANAGER' then
        array(select municipality_code from account_municipality where account_id = app_actor())
    else '{}'::text[] end
$$;
