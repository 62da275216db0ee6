-- The application cannot remove an agreement. What it can do is ask for all of a person's, when that person is erased.
create policy agreement_goes on agreement for delete to current_user using ((select app_role()) = 'SERVICE');

create function agreement_forget(whose uuid[]) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    gone bigint;
begin
    if app_role() is distinct from 'SERVICE' then
        raise exception 'only a job forgets';
    end if;
    delete from agreement where participant_id = any (whose);
    get diagnostics gone = row_count;
    return gone;
end $$;
