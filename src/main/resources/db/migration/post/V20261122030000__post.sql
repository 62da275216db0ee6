create table letter (
    id uuid primary key,
    recipient text not null,
    subject text not null,
    body bytea, -- sealed; gone once sent
    handed_in_at timestamptz not null,
    next_try_at timestamptz not null,
    tries int not null default 0,
    sent_at timestamptz,
    given_up_at timestamptz
);
create index letter_waiting on letter (next_try_at) where sent_at is null and given_up_at is null;
