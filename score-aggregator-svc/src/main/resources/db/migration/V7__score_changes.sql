-- How far the scores of an official day have been told on the topic score-changes, partition by partition in the order of shops, each
-- against the day that was told before it.
create table score_telling (
  stat_date date not null,
  partition smallint not null,
  before_date date,
  told_to text collate "C" not null default '',
  done boolean not null default false,
  primary key (stat_date, partition)
);

-- Shops whose score of a day was revised, until the revision has been told or a later day has taken its place.
create table score_revised (
  stat_date date not null,
  shop_id text collate "C" not null,
  told_revision integer not null,                         -- the newest one when none of these was told yet
  newest_revision integer not null,
  primary key (stat_date, shop_id)
);
