create table region (
    id uuid primary key,
    name text not null unique,
    target int not null default 0 -- participants in the programme period
);

create table location (
    id uuid primary key,
    region_id uuid not null references region (id),
    name text not null unique,
    version bigint not null default 0
);
create index location_region on location (region_id);

create table municipality (
    code text primary key, -- CBS code, GM0014
    name text not null,
    province text not null
);
create index municipality_name on municipality (name);

-- A location serves municipalities, with dates, so that the past stays right.
create table location_municipality (
    location_id uuid not null references location (id),
    municipality_code text not null references municipality (code),
    from_on date not null,
    until_on date,
    primary key (location_id, municipality_code, from_on)
);
create index location_municipality_code on location_municipality (municipality_code);

create table social_service (
    id uuid primary key,
    name text not null unique
);
create table social_service_municipality (
    social_service_id uuid not null references social_service (id),
    municipality_code text not null references municipality (code),
    from_on date not null,
    until_on date,
    primary key (social_service_id, municipality_code, from_on)
);

create table coach_profile (
    account_id uuid primary key references account (id),
    location_id uuid not null references location (id),
    municipality_code text references municipality (code),
    languages text[] not null default '{}', -- ISO 639
    sectors text[] not null default '{}', -- SBI sections A to U
    capacity int not null default 3 check (capacity between 0 and 20),
    availability text,
    vog_on date, -- certificate of conduct
    vog_until date,
    version bigint not null default 0
);
create index coach_profile_location on coach_profile (location_id);

alter table account_location add constraint account_location_location foreign key (location_id) references location (id);
alter table account_municipality
    add constraint account_municipality_municipality foreign key (municipality_code) references municipality (code);

-- A job sees every location, so that no policy needs a branch of its own that would keep an index from being used.
create or replace function app_locations() returns uuid[] language sql stable as $$
    select case
        when app_role() = 'COORDINATOR' then
            array(select location_id from account_location where account_id = app_actor())
        when app_role() = 'SERVICE' then array(select id from location)
        else '{}'::uuid[] end
$$;

create function app_regions() returns uuid[] language sql stable as $$
    select array(select distinct region_id from location where id = any(app_locations()))
$$;
