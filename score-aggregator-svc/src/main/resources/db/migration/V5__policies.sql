-- A document is never changed; what happens to it stands beside it.
alter table policy_document
  add column policy_id text collate "C",
  add column version text collate "C",
  add column stored_at timestamptz not null default clock_timestamp(),
  add column withdrawn_at timestamptz,                    -- taken out of use by hand: it is never scheduled again
  add column withdrawn_by text,
  add column withdrawn_reason text;
update policy_document set policy_id = split_part(reference, '/', 1), version = split_part(reference, '/', 2);
alter table policy_document
  alter column policy_id set not null,
  alter column version set not null,
  add unique (policy_id, version);

-- Which policy holds from when: official scores from a stat date on, provisional ones from an instant on. Each one that is not cancelled
-- is later than the one before it in both.
create table policy_switch (
  id bigint generated always as identity primary key,
  switch_id text collate "C" not null unique,
  policy text not null references policy_document (reference),
  effective_from date not null,
  visible_from timestamptz not null,
  asked_from timestamptz,                                 -- as it was asked for; null where the day's first instant was to be taken
  actor text not null,
  reason text not null,
  scheduled_at timestamptz not null default clock_timestamp(),
  cancelled_at timestamptz,
  cancelled_by text,
  cancelled_reason text
);

-- What every shop would score by another policy on a day that was run. Shared out by partition, in the order: averages, then scores.
create table policy_dry_run (
  dry_run_id text collate "C" primary key,
  id bigint generated always as identity unique,
  policy text not null references policy_document (reference),
  stat_date date not null references official_day (stat_date),
  requested_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  failure text
);
create index policy_dry_run_policy on policy_dry_run (policy, finished_at);

create table policy_dry_run_lane (
  dry_run_id text collate "C" not null references policy_dry_run on delete cascade,
  partition smallint not null,
  averages text,                                          -- JSON, of the partition's shops; null until they are counted
  tally text,                                             -- JSON; null until the shops are scored
  primary key (dry_run_id, partition)
);

-- The shops for which something differs.
create table policy_dry_run_shop (
  dry_run_id text collate "C" not null references policy_dry_run on delete cascade,
  shop_id text collate "C" not null,
  category_id text collate "C",
  size_class text not null,
  change numeric(6, 2),                                   -- published score after less before; null where one has none
  was text not null,                                      -- JSON
  becomes text not null,
  primary key (dry_run_id, shop_id)
);
create index policy_dry_run_change on policy_dry_run_shop (dry_run_id, change, shop_id);

-- A scale may end at 100.
alter table score_day
  alter column published type numeric(5, 2),
  alter column total type numeric(7, 4),
  alter column base type numeric(7, 4),
  alter column deductions type numeric(8, 4);
