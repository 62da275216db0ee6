-- The day on which a participant counts as silent: the fourteenth day after the last contact on which one could have been
-- expected. A public holiday is no such day, nor is a day on which the coach was away and somebody covered.

-- The days of the Algemene termijnenwet, article 3; Easter by the method of 1876 (Meeus/Jones/Butcher).
create function public_holiday(day date) returns boolean language plpgsql immutable parallel safe as $$
declare
    y int := extract(year from day);
    md int := extract(month from day) * 100 + extract(day from day);
    a int := y % 19;
    b int := y / 100;
    c int := y % 100;
    h int;
    l int;
    s int;
begin
    if md in (101, 505, 1225, 1226) then
        return true;
    end if;
    -- the King's birthday is kept a day earlier when it falls on a Sunday
    if md = 427 and extract(isodow from day) <> 7 or md = 426 and extract(isodow from day) = 6 then
        return true;
    end if;
    if md not between 320 and 614 then
        return false;
    end if;
    h := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    l := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    s := h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    return day - make_date(y, s / 31, s % 31 + 1) in (-2, 0, 1, 39, 49, 50);
end $$;

create function silent_after(person uuid, spoken date) returns date language plpgsql stable as $$
declare
    -- the cover of a coach is a row of reach, for as long as it lasts
    covered boolean := exists (select 1 from reach r where r.participant_id = person and r.cover and r.until_on > spoken);
    day date := spoken;
    counted int := 0;
begin
    while counted < 14 loop
        day := day + 1;
        if not public_holiday(day) and not (covered and exists (select 1 from reach r
                where r.participant_id = person and r.cover and day between r.from_on and r.until_on)) then
            counted := counted + 1;
        end if;
    end loop;
    return day;
end $$;

alter table glance add column silent_on date; -- null without a coach
comment on column glance.silent_on is 'The day from which nobody has spoken with the participant for fourteen days that count';

create function glance_silent_on() returns trigger language plpgsql as $$
begin
    new.silent_on := case when new.coach_id is not null then silent_after(new.participant_id,
        greatest(new.last_contact_on, new.coach_on, new.registered_on)) end;
    return new;
end $$;
create trigger glance_silent_at_first before insert on glance for each row
    when (new.coach_id is not null and new.silent_on is null) execute function glance_silent_on();
create trigger glance_silent_later before update of last_contact_on, coach_on, registered_on, coach_id on glance
    for each row execute function glance_silent_on();

drop index glance_silent;
create index glance_silent on glance (location_id, silent_on) where coach_id is not null and status = 'ACTIVE';

do $$
begin
    perform set_config('app.role', 'SERVICE', true);
    update glance set silent_on = silent_after(participant_id, greatest(last_contact_on, coach_on, registered_on))
    where coach_id is not null;
    update glance set attention_on = least(
        coalesce(next_step_on + 1, date 'infinity'), silent_on, coalesce(placement_until - 14, date 'infinity'))
    where coach_id is not null and status in ('REGISTERED', 'INTAKE', 'ACTIVE');
    perform set_config('app.role', '', true);
end $$;
