-- Grows with each change of a category, so that an edit can name the version it was made from.
alter table category add column version bigint not null default 1;
