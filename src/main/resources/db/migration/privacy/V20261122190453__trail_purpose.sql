-- For whom and for what somebody acted. Lines from before have neither; they stay as they were sealed.
alter table trail add column acting_for uuid;
alter table trail add column purpose text check (
    purpose in ('CARE', 'PROGRESS', 'FIGURES', 'ADMINISTRATION', 'SECURITY', 'UPKEEP'));

-- How much somebody read in a short time: the newest openings, lists and searches first.
create index trail_reads on trail (actor_id, at desc) include (participant_id)
    where action in ('OPENED', 'LISTED', 'SEARCHED');

-- Transaction numbers are those of one server. On another one, after a restore, they begin again and a new chain with
-- them: each line and each seal says of which chain it is.
create table trail_chain (
    id integer primary key,
    begun_at timestamptz not null
);
insert into trail_chain values (1, now());
revoke update, delete, truncate on trail_chain from ${app};

create function trail_chain_now() returns integer language sql stable as $$
    select max(id) from trail_chain
$$;
alter table trail add column chain integer not null default 1;
alter table trail alter column chain set default trail_chain_now();
alter table trail_seal add column chain integer not null default 1;
alter table trail_seal alter column chain drop default;
-- Of what is gone after its years, the last seal stays: what follows is proven from there.
alter table trail_seal add column forgotten_at timestamptz;
drop index trail_written_in;
create index trail_written_in on trail (chain, written_in, id);

-- The application cannot remove a line. What it can do is ask for this: the oldest stretches go, whole, when each of
-- their lines is older than the limit, which itself is at least a year ago by the clock of the server.
create policy trail_goes on trail for delete to current_user using ((select app_role()) = 'SERVICE');

create function trail_forget(before timestamptz) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    young record;
    last trail_seal;
    gone bigint;
begin
    if before > now() - interval '1 year' then
        raise exception 'the trail is kept for a year at least';
    end if;
    if app_role() is distinct from 'SERVICE' then
        raise exception 'only a job forgets';
    end if;
    -- the lock of the seals: one at a time, and not while one is being made
    perform pg_advisory_xact_lock(7340001);
    -- the first line to keep; from the oldest on, so that it reads what goes and one line more
    select chain, written_in into young from trail where at >= before order by chain, written_in, id limit 1;
    select s.* into last from trail_seal s
    where s.forgotten_at is null
        and (young.chain is null or (s.chain, s.before_transaction) <= (young.chain, young.written_in))
    order by s.id desc limit 1;
    if last.id is null then
        return 0;
    end if;
    delete from trail where (chain, written_in) < (last.chain, last.before_transaction);
    get diagnostics gone = row_count;
    delete from trail_seal where id < last.id;
    update trail_seal set forgotten_at = now() where id = last.id;
    return gone;
end $$;
