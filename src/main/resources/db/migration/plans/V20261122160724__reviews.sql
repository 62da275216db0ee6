-- Reviews: the plan is looked at together every so many weeks, half-way and at the end.

create table review_rhythm (
    enrolment_id uuid primary key references enrolment (id),
    participant_id uuid not null references participant (id),
    every_weeks int not null check (every_weeks between 1 and 26),
    term_ends_on date, -- of the integration term, where it is known
    version bigint not null default 0
);
create index review_rhythm_participant on review_rhythm (participant_id);

create table review (
    id uuid primary key,
    enrolment_id uuid not null references enrolment (id),
    participant_id uuid not null references participant (id),
    kind text not null check (kind in ('REGULAR', 'HALFWAY', 'FINAL')),
    due_on date not null,
    state text not null check (state in ('PLANNED', 'HELD', 'SKIPPED')),
    held_on date,
    outcome bytea, -- sealed
    reason bytea, -- sealed: why it was skipped
    decided_at timestamptz,
    decided_by uuid references account (id),
    version bigint not null default 0,
    constraint review_decided check ((state = 'PLANNED') = (decided_at is null)),
    constraint review_held check ((state = 'HELD') = (held_on is not null))
);
create unique index review_one_planned on review (enrolment_id) where state = 'PLANNED';
create index review_participant on review (participant_id, due_on desc);
create index review_decided_by on review (decided_by);

-- What participant and coach agreed on: never changed, never deleted.
create table agreement (
    id uuid primary key,
    plan_id uuid not null references plan (id),
    participant_id uuid not null references participant (id),
    number int not null check (number > 0),
    content bytea not null, -- sealed: the plan as it stood
    agreed_on date not null,
    how text not null check (how in ('SCREEN', 'PAPER')),
    objection bytea, -- sealed: what the participant does not agree with
    made_at timestamptz not null,
    made_by uuid not null references account (id),
    unique (plan_id, number)
);
create index agreement_participant on agreement (participant_id, made_at desc);
create index agreement_made_by on agreement (made_by);

do $$
declare
    t text;
    reachable text := $c$ (participant_id = any ((select app_caseload())::uuid[])
            or exists (select 1 from participant p where p.id = participant_id
                       and p.location_id = any ((select app_locations())::uuid[]))) $c$;
begin
    foreach t in array array['review_rhythm', 'review', 'agreement']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
    end loop;
    foreach t in array array['review_rhythm', 'review']
    loop
        execute format('create policy %I on %I using %s', t || '_scope', t, reachable);
    end loop;
    execute format('create policy agreement_read on agreement for select using %s', reachable);
    execute format('create policy agreement_add on agreement for insert with check %s', reachable);
end $$;
revoke update, delete, truncate on agreement from "${app}";
