-- In which language the wish was written down: it is read out and laid out as that.
alter table plan add column wish_language text;
