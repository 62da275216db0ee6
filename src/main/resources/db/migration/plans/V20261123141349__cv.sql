-- What a participant allows on the curriculum vitae, choice after choice: the newest one holds.
create table cv (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    parts text[] not null,
    layout text not null check (layout in ('TIMELINE', 'SKILLS')),
    profile_nl bytea, -- sealed
    profile_en bytea, -- sealed
    written_at timestamptz not null,
    written_by uuid not null references account (id)
);
create index cv_participant on cv (participant_id, written_at, id);
create index cv_written_by on cv (written_by);

-- The secret address under which an employer reads it, with a copy of the paper behind it.
create table cv_link (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    secret_hash bytea not null unique,
    secret bytea, -- sealed, to print the card again; gone once it has ended
    content bytea, -- sealed; gone once it has ended
    made_at timestamptz not null,
    made_by uuid not null references account (id),
    shown_at timestamptz not null, -- when the copy was made
    expires_on date not null,
    opened int not null default 0,
    opened_on date,
    ended_at timestamptz,
    check ((ended_at is null) = (content is not null))
);
create index cv_link_participant on cv_link (participant_id, made_at);
create index cv_link_made_by on cv_link (made_by);

do $$
declare
    t text;
begin
    foreach t in array array['cv', 'cv_link'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy %I on %I using (
            participant_id = any ((select app_caseload())::uuid[])
            or exists (select 1 from participant p where p.id = participant_id
                       and p.location_id = any ((select app_locations())::uuid[])))', t || '_scope', t);
        execute format('create policy %I on %I for select using (participant_id = any ((select app_opened())::uuid[]))',
            t || '_opened', t);
    end loop;
end $$;
-- Whoever knows the secret sees that one row, and counts that they did.
create policy cv_link_known on cv_link for select
    using (secret_hash = decode(coalesce(current_setting('app.cv', true), ''), 'hex'));
create policy cv_link_counted on cv_link for update
    using (secret_hash = decode(coalesce(current_setting('app.cv', true), ''), 'hex'));

-- Without a consent to let employers see who they are nothing stands behind an address any more.
create function consent_ends_cv_links() returns trigger language plpgsql as $$
begin
    update cv_link set ended_at = now(), secret = null, content = null
    where participant_id = new.participant_id and ended_at is null
      and not exists (select 1 from consent c where c.participant_id = new.participant_id and c.purpose = 'EMPLOYERS'
                      and c.withdrawn_on is null and c.valid_until >= app_today());
    return null;
end $$;
create trigger consent_ends_cv_links after update of withdrawn_on on consent
    for each row when (new.purpose = 'EMPLOYERS' and new.withdrawn_on is not null)
    execute function consent_ends_cv_links();
