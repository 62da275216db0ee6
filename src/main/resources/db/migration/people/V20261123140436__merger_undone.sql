-- A merger of municipalities with what it changed in who serves what, so that it can be taken back as long as nobody built
-- upon it. The rows are kept as they were; they say nothing of people.
create table municipality_merger (
    id uuid primary key,
    into_code text not null references municipality (code),
    merged_on date not null,
    made_new boolean not null, -- the municipality did not exist before
    rows_before jsonb not null,
    rows_after jsonb not null,
    made_at timestamptz not null,
    made_by uuid not null references account (id)
);
create index municipality_merger_into on municipality_merger (into_code);
create index municipality_merger_made_by on municipality_merger (made_by);

alter table municipality_former add column merger_id uuid references municipality_merger (id);
create index municipality_former_merger on municipality_former (merger_id);

alter table municipality_merger enable row level security;
alter table municipality_merger force row level security;
create policy municipality_merger_read on municipality_merger for select using (true);
create policy municipality_merger_write on municipality_merger using ((select app_role()) in ('ADMINISTRATOR', 'SERVICE'));
