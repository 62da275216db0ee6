-- The owner makes the tables, ${app} uses them. What later migrations make is granted to it here, once;
-- a table that may only grow (the trail) takes its update and delete back in its own migration.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists fuzzystrmatch;
create extension if not exists btree_gist;
create extension if not exists btree_gin;

revoke create on schema public from public;
grant usage on schema public to "${app}";

alter default privileges revoke execute on functions from public;
alter default privileges in schema public grant select, insert, update, delete on tables to "${app}";
alter default privileges in schema public grant usage, select on sequences to "${app}";
alter default privileges in schema public grant execute on functions to "${app}";

-- The database sorts by code point, which puts Öztürk after Z.
create collation dutch (provider = icu, locale = 'nl');

-- Who asks, as row-level security sees it. The settings are local to the transaction and empty, not null, once a
-- connection has used them; unset means nobody. The bodies are bound when created, so no search path can change what
-- they call, and they are plain enough to be folded into the query.
create function app_actor() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.actor', true), '')::uuid;
comment on function app_actor() is 'The account that asks, or null';

create function app_role() returns text
    language sql stable parallel safe
    return nullif(current_setting('app.role', true), '');
comment on function app_role() is 'The role in which it asks, or null';

create function app_today() returns date
    language sql stable parallel safe
    return coalesce(nullif(current_setting('app.today', true), '')::date, current_date);
comment on function app_today() is 'The office''s day as the application''s clock has it, else the server''s';
