-- A question that a municipality takes part in belongs to the municipality of that day: when the resident moves, or two
-- dossiers become one, no other municipality reads what was said to this one.
alter table question add column municipality_code text;

-- the owner stands under the policies too, and nobody asks here
alter table question no force row level security;
alter table participant no force row level security;
update question q set municipality_code = p.municipality_code
from participant p where p.id = q.participant_id and q.municipality;
alter table participant force row level security;
alter table question force row level security;

alter table question add constraint question_of_a_municipality check (
    (municipality_code is not null) = (asked_as = 'CLIENT_MANAGER' or asked_of = 'CLIENT_MANAGER'));

create function question_begins() returns trigger language plpgsql as $$
begin
    if new.asked_as = 'CLIENT_MANAGER' or new.asked_of = 'CLIENT_MANAGER' then
        new.municipality_code := (select municipality_code from participant where id = new.participant_id);
    end if;
    return new;
end $$;
create trigger question_begins before insert on question for each row execute function question_begins();

drop policy question_municipality on question;
create policy question_municipality on question using (
    municipality_code = any ((select app_municipalities())::text[])
    and exists (select 1 from participant p where p.id = participant_id
        and p.shared_until >= (select app_today())
        and p.municipality_code = any ((select app_municipalities())::text[])));
drop policy question_message_municipality on question_message;
create policy question_message_municipality on question_message using (
    municipality
    and exists (select 1 from question q where q.id = question_id
        and q.municipality_code = any ((select app_municipalities())::text[]))
    and exists (select 1 from participant p where p.id = participant_id
        and p.shared_until >= (select app_today())
        and p.municipality_code = any ((select app_municipalities())::text[])));
