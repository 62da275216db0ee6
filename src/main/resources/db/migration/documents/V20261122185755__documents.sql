-- Files of a dossier. What they are called and what is said of them is sealed; so is the file, under a key of its own.

create table document (
    id uuid primary key,
    participant_id uuid not null references participant (id),
    kind text not null check (kind in ('CV', 'DIPLOMA', 'CERTIFICATE', 'LANGUAGE_TEST', 'WORK_REFERENCE', 'AGREEMENT_SIGNED',
                                       'CONSENT_SCAN', 'OTHER')),
    title bytea not null, -- sealed
    dated_on date, -- the day on the paper itself
    note bytea, -- sealed
    added_at timestamptz not null, -- of its newest file
    removed_at timestamptz,
    removed_by uuid references account (id),
    removal_reason bytea, -- sealed
    version bigint not null default 0,
    constraint document_removal check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removal_reason is null))
);
create index document_participant on document (participant_id, added_at desc, id desc);
create index document_removed on document (removed_at) where removed_at is not null;
create index document_removed_by on document (removed_by) where removed_by is not null;

-- The file of a document; where a newer one takes its place, the older ones stay readable. Whose it is, the document
-- says, so that it goes along in a merge and back with it.
create table document_file (
    id uuid primary key,
    document_id uuid not null references document (id),
    number int not null check (number > 0),
    name bytea not null, -- sealed; safe to offer to a browser
    type text not null check (type in ('PDF', 'JPEG', 'PNG', 'DOCX')),
    size int not null check (size > 0), -- bytes, as it is downloaded
    previews int not null default 0,
    key bytea not null, -- of this file alone, sealed with a key that is not in the database
    uploaded_by uuid not null references account (id),
    uploaded_at timestamptz not null,
    constraint document_file_once unique (document_id, number)
);
create index document_file_uploaded_by on document_file (uploaded_by);
create index document_file_key on document_file (get_byte(key, 0)); -- the version of the key that it is sealed with

-- Apart, so that no list ever reads a file. Part 0 is the file itself, the others are pictures of its pages.
create table document_part (
    file_id uuid not null references document_file (id),
    part int not null check (part >= 0),
    sealed bytea not null check (octet_length(sealed) <= 15728640),
    primary key (file_id, part)
);
alter table document_part alter column sealed set storage external; -- what is sealed cannot be compressed

-- Coordinators of the location and the own coach. Nobody else, whatever was agreed to.
alter table document enable row level security;
alter table document force row level security;
create policy document_scope on document using (
    participant_id = any ((select app_caseload())::uuid[])
    or exists (select 1 from participant p where p.id = participant_id
               and p.location_id = any ((select app_locations())::uuid[])));

-- Each asks the table above it, which asks who is asking.
alter table document_file enable row level security;
alter table document_file force row level security;
create policy document_file_scope on document_file using (exists (select 1 from document d where d.id = document_id));

alter table document_part enable row level security;
alter table document_part force row level security;
create policy document_part_scope on document_part using (exists (select 1 from document_file f where f.id = file_id));
