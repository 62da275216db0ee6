-- Files with registrations that a municipality sent: what stands in each row, what was decided about it, and what came
-- of it. What people sent is sealed, and gone once it has become a dossier.
create table import_batch (
    id uuid primary key,
    account_id uuid not null references account (id),
    location_id uuid not null references location (id), -- whose coordinators see it
    file_name text not null,
    file_hash text not null, -- SHA-256 of the file as it was sent
    layout bytea not null, -- sealed: headings and format, to write an answer in the same way
    sheet bytea, -- sealed: the rows as they were sent; null once something was taken from them
    mapping text not null, -- the field of each column, separated by commas
    municipality_code text references municipality (code), -- for rows without one
    state text not null check (state in ('COLUMNS', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED')),
    work_done int not null default 0,
    work_total int not null default 0,
    heartbeat_at timestamptz not null, -- of the job that checks or reads in; an old one is a job that died
    failure text, -- message code
    failure_row int,
    created_at timestamptz not null,
    checked_at timestamptz,
    finished_at timestamptz
);
create index import_batch_location on import_batch (location_id, created_at desc);
create index import_batch_hash on import_batch (file_hash);
create index import_batch_account on import_batch (account_id);
create index import_batch_municipality on import_batch (municipality_code);

create table import_row (
    batch_id uuid not null references import_batch (id) on delete cascade,
    number int not null, -- as a spreadsheet program counts
    state text not null check (state in ('READY', 'QUESTION', 'DOUBLE', 'SKIPPED', 'REFUSED', 'PRESENT', 'ENROLLED')),
    fingerprint text not null, -- the same registration has the same one, whatever file it comes in
    place_key text, -- the same for rows in which the same unknown place is written
    municipality_code text references municipality (code),
    municipality_asked boolean not null default false, -- whether somebody answered it
    decision text check (decision in ('SAME', 'OTHER', 'LEAVE')),
    same_as_row int,
    participant_id uuid references participant (id), -- who it became, or who it was already
    likely_participants uuid[] not null default '{}',
    likely_rows int[] not null default '{}',
    possible_participants uuid[] not null default '{}',
    content bytea, -- sealed: the row as it was understood; null once it is in the dossier
    primary key (batch_id, number)
);
create index import_row_state on import_row (batch_id, state, number);
create index import_row_fingerprint on import_row (fingerprint) where participant_id is not null;
create index import_row_participant on import_row (participant_id);
create index import_row_municipality on import_row (municipality_code);

alter table import_batch enable row level security;
alter table import_batch force row level security;
create policy import_batch_scope on import_batch using (location_id = any ((select app_locations())::uuid[]));

alter table import_row enable row level security;
alter table import_row force row level security;
create policy import_row_scope on import_row using (batch_id in (select b.id from import_batch b));
