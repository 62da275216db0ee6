-- Append-only: the application may add and read, nothing else.
create table trail (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor_id uuid,
    role text,
    action text not null,
    subject text not null,
    subject_id uuid,
    participant_id uuid,
    detail text,
    result text not null check (result in ('DONE', 'REFUSED')),
    origin text not null,
    -- the order in which rows became visible, for sealing without a queue at the end of the table
    written_in xid8 not null default pg_current_xact_id()
);
create index trail_participant on trail (participant_id, id desc) where participant_id is not null;
create index trail_actor on trail (actor_id, action, at desc);
create index trail_written_in on trail (written_in, id);
revoke update, delete, truncate on trail from ${app};

-- Each seal is a hash over the rows since the one before and over that one's hash.
create table trail_seal (
    id bigint generated always as identity primary key,
    sealed_at timestamptz not null,
    before_transaction xid8 not null,
    rows_sealed bigint not null,
    hash bytea not null
);
revoke update, delete, truncate on trail_seal from ${app};

alter table trail enable row level security;
alter table trail force row level security;
create policy trail_write on trail for insert with check (true);
create policy trail_read on trail for select using (
    (select app_role()) = 'SERVICE' or actor_id = (select app_actor())
);
