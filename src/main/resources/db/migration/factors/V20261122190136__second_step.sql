-- The second step of signing in: an app with codes, recovery codes, and what slows down whoever guesses.
create table authenticator_app (
    id uuid primary key,
    account_id uuid not null references account (id),
    -- sealed: the vault's key is not in the database
    secret bytea not null,
    made_at timestamptz not null,
    -- counts only from the first right code on
    added_at timestamptz,
    last_step bigint,
    last_used_at timestamptz
);
create unique index authenticator_app_one on authenticator_app (account_id) where added_at is not null;
create unique index authenticator_app_new on authenticator_app (account_id) where added_at is null;

create table recovery_code (
    id uuid primary key,
    account_id uuid not null references account (id),
    -- the first two signs, so that not every code is compared
    mark text not null,
    code_hash text not null,
    made_at timestamptz not null,
    used_at timestamptz
);
create index recovery_code_account on recovery_code (account_id, mark);

create table second_step_failure (
    id uuid primary key,
    account_id uuid not null references account (id),
    failed_at timestamptz not null
);
create index second_step_failure_account on second_step_failure (account_id, failed_at);

-- Who took away somebody's second step, and why; the reason is sealed.
create table second_step_reset (
    id uuid primary key,
    account_id uuid not null references account (id),
    reset_by uuid not null references account (id),
    reset_at timestamptz not null,
    reason bytea not null
);
create index second_step_reset_account on second_step_reset (account_id, reset_at);
revoke update, delete, truncate on second_step_reset from "${app}";

-- One's own, also before being signed in; an administrator sees that it is there and takes it away.
create policy authenticator_app_own on authenticator_app using (account_id = (select app_actor()));
create policy authenticator_app_seen on authenticator_app for select
    using ((select app_role()) = 'ADMINISTRATOR');
create policy authenticator_app_reset on authenticator_app for delete
    using ((select app_role()) = 'ADMINISTRATOR');
alter table authenticator_app enable row level security;
alter table authenticator_app force row level security;

create policy recovery_code_own on recovery_code using (account_id = (select app_actor()));
create policy recovery_code_seen on recovery_code for select using ((select app_role()) = 'ADMINISTRATOR');
create policy recovery_code_reset on recovery_code for delete using ((select app_role()) = 'ADMINISTRATOR');
alter table recovery_code enable row level security;
alter table recovery_code force row level security;

create policy second_step_failure_own on second_step_failure using (account_id = (select app_actor()));
create policy second_step_failure_seen on second_step_failure for select
    using ((select app_role()) = 'ADMINISTRATOR');
create policy second_step_failure_reset on second_step_failure for delete
    using ((select app_role()) = 'ADMINISTRATOR');
alter table second_step_failure enable row level security;
alter table second_step_failure force row level security;

create policy second_step_reset_write on second_step_reset for insert
    with check ((select app_role()) = 'ADMINISTRATOR' and reset_by = (select app_actor()));
create policy second_step_reset_read on second_step_reset for select
    using ((select app_role()) = 'ADMINISTRATOR');
alter table second_step_reset enable row level security;
alter table second_step_reset force row level security;
