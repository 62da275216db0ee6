-- Today takes the first questions of each location and municipality out of an index. For that a question knows where it
-- is, and who is to answer: where a coach was asked and there is none any more, the coordinators answer.
alter table question add column location_id uuid references location (id); -- kept by the database
alter table question add column answerer text; -- kept by the database

create function question_stands() returns trigger language plpgsql as $$
begin
    select g.location_id, case when new.asked_of = 'COACH' and g.coach_id is null then 'COORDINATOR' else new.asked_of end
    into new.location_id, new.answerer
    from glance g where g.participant_id = new.participant_id;
    return new;
end $$;
create trigger question_stands before insert or update of participant_id, location_id on question
    for each row execute function question_stands();

create function question_stands_anew() returns trigger language plpgsql as $$
begin
    update question set location_id = null where participant_id = new.participant_id; -- question_stands fills it in
    return null;
end $$;
create trigger question_stands_anew after update of location_id, coach_id on glance
    for each row when (old.location_id is distinct from new.location_id or (old.coach_id is null) <> (new.coach_id is null))
    execute function question_stands_anew();

-- the owner stands under the policies too, and nobody asks here
alter table question no force row level security;
alter table glance no force row level security;
update question set location_id = null;
alter table glance force row level security;
alter table question force row level security;

alter table question alter column location_id set not null;
alter table question alter column answerer set not null;
create index question_of_location on question (location_id, answerer, turn_since)
    where closed_at is null and turn = 'ASKED';
create index question_of_municipality on question (municipality_code, turn_since)
    where closed_at is null and turn = 'ASKED' and answerer = 'CLIENT_MANAGER';
create index question_answered on question (asked_by, turn_since) where closed_at is null and turn = 'ASKER';
