-- How often somebody wants the digest; without a row weekly.
create table digest_choice (
    account_id uuid primary key references account (id),
    rhythm text not null check (rhythm in ('DAILY', 'WEEKLY', 'NONE')),
    chosen_at timestamptz not null
);
alter table digest_choice enable row level security;
alter table digest_choice force row level security;
create policy digest_choice_own on digest_choice using (account_id = (select app_actor()));
create policy digest_choice_jobs on digest_choice for select using ((select app_role()) = 'SERVICE');

-- That a day was dealt with for somebody: the row and the letter are one transaction, so a second instance, or a second
-- try, finds it and writes no second letter.
create table digest (
    account_id uuid not null references account (id),
    on_day date not null,
    things int not null, -- how many the letter told of; with 0 there was no letter
    primary key (account_id, on_day)
);
create index digest_on_day on digest (on_day);
alter table digest enable row level security;
alter table digest force row level security;
create policy digest_jobs on digest using ((select app_role()) = 'SERVICE');

-- The table of db-scheduler, as its documentation has it for PostgreSQL. It holds names of jobs, ids and times.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
revoke all on scheduled_tasks from "${app}";
grant select, insert, update, delete on scheduled_tasks to "${app}";
