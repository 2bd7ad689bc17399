create table note (
  id text primary key,
  shop text not null,
  contributed text not null default '{"changes":[]}'
);
