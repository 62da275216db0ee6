-- Questions about a participant, from one party to another, until somebody closes them.

create table question (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    contact_id uuid references contact (id), -- the contact that it follows up
    asked_by uuid not null references account (id),
    asked_as text not null check (asked_as in ('CLIENT_MANAGER', 'COACH', 'COORDINATOR')),
    asked_of text not null check (asked_of in ('CLIENT_MANAGER', 'COACH', 'COORDINATOR')),
    asked_at timestamptz not null,
    -- whether the municipality takes part in it; between coach and coordinator it never does
    municipality boolean not null
        generated always as (asked_as = 'CLIENT_MANAGER' or asked_of = 'CLIENT_MANAGER') stored,
    turn text not null check (turn in ('ASKED', 'ASKER')), -- who is to speak
    turn_since timestamptz not null,
    closed_at timestamptz,
    closed_by uuid references account (id),
    version bigint not null default 0,
    constraint question_two_parties check (asked_as <> asked_of),
    constraint question_of_contact_stays_inside check (contact_id is null or asked_as <> 'CLIENT_MANAGER'),
    unique (id, municipality)
);
create index question_participant on question (participant_id, asked_at desc);
create index question_open on question (participant_id, turn) where closed_at is null;
create index question_contact on question (contact_id) where contact_id is not null;
create index question_asked_by on question (asked_by);
create index question_closed_by on question (closed_by);

create table question_message (
    id uuid primary key,
    question_id uuid not null,
    participant_id uuid not null references participant (id),
    municipality boolean not null,
    author_id uuid not null references account (id),
    author_role text not null check (author_role in ('CLIENT_MANAGER', 'COACH', 'COORDINATOR')),
    written_at timestamptz not null,
    body bytea not null, -- sealed
    foreign key (question_id, municipality) references question (id, municipality)
);
create index question_message_question on question_message (question_id, written_at);
create index question_message_participant on question_message (participant_id, written_at desc);
create index question_message_author on question_message (author_id);

-- "Well done", said of a contact.
create table praise (
    contact_id uuid not null references contact (id),
    account_id uuid not null references account (id),
    participant_id uuid not null references participant (id),
    given_at timestamptz not null,
    primary key (contact_id, account_id)
);
create index praise_account on praise (account_id);
create index praise_participant on praise (participant_id);

-- Coordinators of the location and the own coach; the municipality only where it takes part, and only as long as the
-- resident agrees to it.
do $$
declare
    t text;
begin
    foreach t in array array['question', 'question_message', 'praise']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy %I on %I using (
            participant_id = any ((select app_caseload())::uuid[])
            or exists (select 1 from participant p where p.id = participant_id
                       and p.location_id = any ((select app_locations())::uuid[])))$p$, t || '_scope', t);
    end loop;
    foreach t in array array['question', 'question_message']
    loop
        execute format($p$create policy %I on %I using (
            municipality and exists (select 1 from participant p where p.id = participant_id
                and p.shared_until >= (select app_today())
                and p.municipality_code = any ((select app_municipalities())::text[])))$p$, t || '_municipality', t);
    end loop;
end $$;
