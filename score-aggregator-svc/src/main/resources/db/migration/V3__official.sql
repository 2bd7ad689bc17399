-- The last day whose inputs the owner of the partition has frozen; null until it first looks.
alter table ingest_partition add column frozen_to date;

-- A partition whose inputs of a day are frozen: everything below the offset is in them, nothing else is.
create table official_lane (
  stat_date date not null,
  partition smallint not null,
  frozen_offset bigint not null,
  frozen_at timestamptz not null default clock_timestamp(),
  scored boolean not null default false,
  primary key (stat_date, partition)
);

-- Days that somebody asked to be run by hand: the owners freeze what they have not frozen yet.
create table official_request (
  stat_date date primary key,
  requested_at timestamptz not null default clock_timestamp()
);

-- What a score was computed from. Revision 0 is frozen at the cut-off; each later one adds what became known too late.
create table score_input (
  stat_date date not null,
  shop_id text collate "C" not null,
  revision integer not null,
  partition smallint not null,
  sums bytea not null,                       -- packed as a day tile is
  category_id text collate "C",
  opened_on date,
  kind text,
  flags text[] not null,
  products_on_sale integer,
  primary key (stat_date, shop_id, revision)
);
create index score_input_lane on score_input (stat_date, partition, shop_id);

create table policy_document (
  reference text primary key,
  document text not null
);

-- One day's run. Its scores can be seen from the instant on that it is published, all of them at once.
create table official_day (
  stat_date date primary key,
  policy text not null references policy_document (reference),
  averaged boolean not null default false,
  published_at timestamptz
);

-- The category averages of a day (rules.md 5.6), as two whole numbers; a category counts the shops of those below it.
create table category_average (
  stat_date date not null,
  category_id text collate "C" not null,
  metric text not null,
  numerator bigint not null,
  denominator bigint not null,
  shops integer not null,
  primary key (stat_date, category_id, metric)
);

-- The tree as it was on the day, so that the day can be computed again after it has changed.
create table official_category (
  stat_date date not null,
  category_id text collate "C" not null,
  parent_id text collate "C",
  primary key (stat_date, category_id)
);

create table score_day (
  stat_date date not null,
  shop_id text collate "C" not null,
  revision integer not null,
  partition smallint not null,
  stage text not null,
  no_score text,
  published numeric(3, 2),
  total numeric(5, 4),
  base numeric(5, 4) not null,
  level text,
  traffic_weight numeric(4, 2),
  deductions numeric(6, 4) not null,
  dimensions text not null,                  -- JSON
  cause text,                                -- why it was revised, JSON; null for the first
  known_at timestamptz not null default clock_timestamp(),
  primary key (shop_id, stat_date, revision)
);
create index score_day_known on score_day (known_at);

-- Facts that became known after the cut-off of days they count for, until the scores of those days are revised.
create table late_fact (
  id bigint generated always as identity primary key,
  partition smallint not null,
  record_offset bigint not null,
  shop_id text collate "C" not null,
  day date not null,
  first_stat_date date not null,
  last_stat_date date not null,
  amounts bytea not null,
  ref text not null,
  reason text
);
