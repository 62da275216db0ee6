-- What the figures count of the placements of somebody who was erased.
create table past_placement (
    id uuid primary key,
    person_id uuid not null references past_person (id),
    kind text not null,
    began_on date not null,
    ended_on date
);
create index past_placement_person on past_placement (person_id);

alter table past_placement enable row level security;
alter table past_placement force row level security;
create policy past_placement_jobs on past_placement using ((select app_role()) = 'SERVICE');

create view counted_placement with (security_invoker = true) as
    select participant_id as person_id, kind, began_on, ended_on from placement where began_on is not null
    union all
    select person_id, kind, began_on, ended_on from past_placement;
