-- Whom a consent is for, the paper or the signature it stands on, and sharing with that municipality alone.

-- For a municipality its code; for others the name that was in the text, or null for the usual ones of the programme.
alter table consent add column recipient text;
alter table consent add column scan_id uuid references document (id) on delete set null;
alter table consent add constraint consent_recipient_short check (length(recipient) <= 120);
-- the owner passes the walls for this statement alone
alter table consent no force row level security;
alter table participant no force row level security;
alter table consent disable trigger consent_decides_sharing;
update consent c set recipient = p.municipality_code from participant p
    where p.id = c.participant_id and c.purpose = 'MUNICIPALITY' and c.recipient is null;
alter table consent enable trigger consent_decides_sharing;
alter table consent force row level security;
alter table participant force row level security;
alter table consent add constraint consent_names_its_municipality check (purpose <> 'MUNICIPALITY' or recipient is not null);
create index consent_scan on consent (scan_id) where scan_id is not null;

-- Apart, so that no list reads a signature. Whose it is, the consent says, so that it goes along in a merge.
create table consent_signature (
    consent_id uuid primary key references consent (id),
    name bytea, -- sealed; as it was typed
    strokes bytea, -- sealed; the lines as they were drawn
    constraint consent_signature_has_one check (name is not null or strokes is not null)
);
alter table consent_signature enable row level security;
alter table consent_signature force row level security;
create policy consent_signature_scope on consent_signature using (exists (select 1 from consent c where c.id = consent_id));

-- Until when the municipality where somebody lives now may see them: a consent for another one opens nothing.
create function sharing_until(person uuid) returns date language sql stable as $$
    select max(c.valid_until) from consent c join participant p on p.id = c.participant_id
    where c.participant_id = person and c.purpose = 'MUNICIPALITY' and c.withdrawn_on is null
      and c.recipient = p.municipality_code
$$;

create or replace function consent_decides_sharing() returns trigger language plpgsql as $$
declare
    person uuid;
    until date;
begin
    person := case tg_table_name when 'participant' then (to_jsonb(new) ->> 'id')::uuid
                                 else (to_jsonb(new) ->> 'participant_id')::uuid end;
    until := sharing_until(person);
    update participant set shared_until = until where id = person and shared_until is distinct from until;
    update glance set shared_until = until where participant_id = person and shared_until is distinct from until;
    update participant_search set shared_until = until where participant_id = person and shared_until is distinct from until;
    return null;
end $$;

-- Whoever moves is asked anew.
create trigger moving_decides_sharing after update of municipality_code on participant
    for each row when (old.municipality_code is distinct from new.municipality_code)
    execute function consent_decides_sharing();
