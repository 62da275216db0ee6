-- The language of an account counts after signing in once its owner has chosen it; before that the browser's does.
alter table account add column language_chosen boolean not null default false;
