-- Plans to begin from, by learning route: goals with steps and weeks instead of days. Nothing in them is about anybody.
create table plan_outline (
    id uuid primary key,
    location_id uuid references location (id), -- who keeps it; null: it came with the application and stays as it is
    everywhere boolean not null, -- whether other locations may use it
    route text check (route in ('B1', 'EDUCATION', 'SELF_RELIANCE')), -- null: for whoever
    name text not null,
    revision int not null check (revision > 0),
    content text not null, -- the goals, as JSON
    written_at timestamptz not null,
    written_by uuid references account (id),
    retired_at timestamptz,
    version bigint not null default 0
);
create index plan_outline_location on plan_outline (location_id);
create index plan_outline_everywhere on plan_outline (everywhere) where everywhere;
create index plan_outline_written_by on plan_outline (written_by);

-- How an outline was, each time somebody wrote another one in its place.
create table plan_outline_revision (
    outline_id uuid not null references plan_outline (id),
    number int not null,
    name text not null,
    content text not null,
    written_at timestamptz not null,
    written_by uuid references account (id),
    primary key (outline_id, number)
);
create index plan_outline_revision_written_by on plan_outline_revision (written_by);

insert into plan_outline (id, everywhere, route, name, revision, content, written_at) values
('01a20000-0000-7000-8000-000000000001', true, null, 'Een goede start', 1, '[
  {"domain":"PERSONAL","title":"Een vast ritme in de week","why":null,"measure":"Elke week minstens twee vaste afspraken buitenshuis","weeks":12,"steps":[
    {"title":"Samen de week op papier zetten","owner":"COACH","weeks":1},
    {"title":"Twee vaste momenten kiezen, zoals sport of een cursus","owner":"PARTICIPANT","weeks":3},
    {"title":"Bespreken wat werkt en wat niet","owner":"COACH","weeks":8}]},
  {"domain":"CAREER","title":"Weten welk werk bij mij past","why":null,"measure":"Een top drie van beroepen, met een reden","weeks":16,"steps":[
    {"title":"Opschrijven wat ik kan en graag doe","owner":"PARTICIPANT","weeks":2},
    {"title":"Met twee mensen praten over hun werk","owner":"PARTICIPANT","weeks":8},
    {"title":"Een dag meekijken bij een werkgever","owner":"COACH","weeks":14}]}]', now()),
('01a20000-0000-7000-8000-000000000002', true, 'B1', 'B1-route: taal naast werk', 1, '[
  {"domain":"SKILLS","title":"Nederlands spreken op het werk","why":null,"measure":"Een gesprek van tien minuten over het werk","weeks":20,"steps":[
    {"title":"Een taalmaatje zoeken","owner":"COACH","weeks":3},
    {"title":"Elke week een gesprek van een uur","owner":"PARTICIPANT","weeks":6},
    {"title":"Vakwoorden van het beroep leren","owner":"PARTICIPANT","weeks":12}]},
  {"domain":"CAREER","title":"Een werkplek om te leren","why":null,"measure":"Minstens acht uur in de week op een werkplek","weeks":26,"steps":[
    {"title":"Een cv maken","owner":"PARTICIPANT","weeks":3},
    {"title":"Een sollicitatiegesprek oefenen","owner":"COACH","weeks":8},
    {"title":"Kennismaken bij twee werkgevers","owner":"PARTICIPANT","weeks":14},
    {"title":"Afspreken wat kan naast de uitkering","owner":"MUNICIPALITY","weeks":14}]}]', now()),
('01a20000-0000-7000-8000-000000000003', true, 'EDUCATION', 'Onderwijsroute: naar een diploma', 1, '[
  {"domain":"CAREER","title":"Een opleiding kiezen die past","why":null,"measure":"Aangemeld bij een opleiding","weeks":26,"steps":[
    {"title":"Diploma laten waarderen bij IDW","owner":"PARTICIPANT","weeks":4},
    {"title":"Twee open dagen bezoeken","owner":"PARTICIPANT","weeks":12},
    {"title":"Uitzoeken wat het kost en wie betaalt","owner":"MUNICIPALITY","weeks":12},
    {"title":"Aanmelden","owner":"PARTICIPANT","weeks":22}]},
  {"domain":"SKILLS","title":"Klaar voor studeren in het Nederlands","why":null,"measure":"Het schakeljaar of de taaltoets gehaald","weeks":40,"steps":[
    {"title":"Een vaste plek en tijd om te leren","owner":"PARTICIPANT","weeks":2},
    {"title":"Leren werken met de computer van de opleiding","owner":"PARTICIPANT","weeks":10},
    {"title":"Na elke toets bespreken hoe het ging","owner":"COACH","weeks":20}]}]', now()),
('01a20000-0000-7000-8000-000000000004', true, 'SELF_RELIANCE', 'Z-route: zelf de dag regelen', 1, '[
  {"domain":"PERSONAL","title":"Zelf afspraken regelen","why":null,"measure":"Zelf een afspraak maken bij de huisarts of de school","weeks":16,"steps":[
    {"title":"Samen oefenen met bellen","owner":"COACH","weeks":3},
    {"title":"Zelf een afspraak maken, met de coach erbij","owner":"PARTICIPANT","weeks":8},
    {"title":"Zelf een afspraak maken, alleen","owner":"PARTICIPANT","weeks":14}]},
  {"domain":"SKILLS","title":"Meedoen in de buurt","why":null,"measure":"Elke week een activiteit met anderen","weeks":20,"steps":[
    {"title":"Samen langs het buurthuis","owner":"COACH","weeks":2},
    {"title":"Een activiteit kiezen","owner":"PARTICIPANT","weeks":4},
    {"title":"Een kleine taak doen als vrijwilliger","owner":"PARTICIPANT","weeks":16}]}]', now());
