-- The projects that pay, as the administrator keeps them, with what each asks to be checked. A run keeps its own code and
-- period, so that what was paid before stays as it was.
create table funding_source (
    id uuid primary key,
    code text not null check (length(code) <= 40),
    name text not null check (length(name) <= 120),
    from_on date not null,
    until_on date not null,
    checks text[] not null, -- EligibilityKind
    version bigint not null default 0,
    constraint funding_source_period check (until_on >= from_on)
);
create unique index funding_source_code on funding_source (lower(code));

alter table funding_source enable row level security;
alter table funding_source force row level security;
create policy funding_source_read on funding_source for select using (true);
create policy funding_source_write on funding_source using ((select app_role()) in ('ADMINISTRATOR', 'SERVICE'));
