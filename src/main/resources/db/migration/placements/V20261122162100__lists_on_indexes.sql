-- Where a placement and its check-ins belong, beside them: a list of a location's placements is then read from an
-- index. The database keeps it, so that no code can set it wrongly.
create function placement_belongs() returns trigger language plpgsql as $$
begin
    select location_id into new.location_id from participant where id = new.participant_id;
    return new;
end
$$;

-- Somebody who goes to another location takes their placements along; neither coordinator sees both sides of that.
create function placement_moves() returns trigger language plpgsql as $$
declare
    role_before text := coalesce(current_setting('app.role', true), '');
begin
    perform set_config('app.role', 'SERVICE', true);
    update placement set location_id = new.location_id where participant_id = new.id;
    update check_in set location_id = new.location_id where participant_id = new.id;
    perform set_config('app.role', role_before, true);
    return null;
end
$$;

alter table placement add column location_id uuid references location (id);
alter table check_in add column location_id uuid references location (id);

alter table placement add column sort_on date generated always as (
    case when state in ('PROPOSED', 'INTERVIEW', 'AGREED') then proposed_on
         when state = 'RUNNING' then coalesce(ends_on, date 'infinity') else date 'infinity' end) stored;

do $$
begin
    perform set_config('app.role', 'SERVICE', true);
    update placement p set location_id = x.location_id from participant x where x.id = p.participant_id;
    update check_in c set location_id = x.location_id from participant x where x.id = c.participant_id;
    perform set_config('app.role', '', true);
end
$$;

alter table placement alter column location_id set not null;
alter table check_in alter column location_id set not null;
create trigger placement_belongs before insert or update on placement for each row execute function placement_belongs();
create trigger check_in_belongs before insert or update on check_in for each row execute function placement_belongs();
create trigger placement_moves after update of location_id on participant
    for each row when (old.location_id is distinct from new.location_id) execute function placement_moves();

create index placement_list on placement (location_id, sort_on, id);
create index placement_state on placement (location_id, state, sort_on, id);
create index placement_near on placement (location_id, ends_on) where state = 'RUNNING';
create index placement_silent on placement (location_id, proposed_on) where state in ('PROPOSED', 'INTERVIEW');
create index check_in_near on check_in (location_id, due_on) where done_on is null;
drop index placement_term;
drop index check_in_due;
create index check_in_open on check_in (placement_id, due_on) where done_on is null;
create index placement_of_opening on placement (opening_id)
    where state in ('PROPOSED', 'INTERVIEW', 'AGREED', 'RUNNING');

drop policy placement_scope on placement;
create policy placement_scope on placement using (
    location_id = any((select app_locations())::uuid[]) or participant_id = any((select app_caseload())::uuid[]));
drop policy check_in_scope on check_in;
create policy check_in_scope on check_in using (
    location_id = any((select app_locations())::uuid[]) or participant_id = any((select app_caseload())::uuid[]));
