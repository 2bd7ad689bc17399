-- What entitlements look at of a day, besides its score.
alter table score_day
  add column padding numeric(5, 4) not null default 0,    -- the share that is not the shop's own
  add column severe boolean not null default false,       -- whether a severe verdict counts in the window
  add column points text;                                 -- JSON, of the metrics that entitlements name; null where none is

-- What a shop held after a day. Evaluation 0 is the run's; each later one stands where a day that it looked back on was corrected.
create table entitlement_day (
  stat_date date not null,
  shop_id text collate "C" not null,
  evaluation integer not null,
  partition smallint not null,
  held text[] not null,
  since date[] not null,                                  -- of each that is held
  reviews text[] not null,                                -- those of them that a person decides
  recommended text[] not null,                            -- reviews in which a person is advised to act
  days bytea not null,                                    -- the official days it was judged by, packed
  kind text,                                              -- of the shop, as the day's inputs have it
  opened_on date,
  known_at timestamptz not null default clock_timestamp(),
  primary key (shop_id, stat_date, evaluation)
);
create index entitlement_day_known on entitlement_day (known_at);

-- Days of a shop that were corrected, until its entitlements are judged again from there on.
create table entitlement_due (
  shop_id text collate "C" not null,
  stat_date date not null,
  primary key (shop_id, stat_date)
);

-- What is to be told on the topic score-changes, in this order for each shop. What belongs to a day is told once it is published.
create table change_event (
  id bigint generated always as identity primary key,
  stat_date date,                                         -- null: to be told at once
  shop_id text collate "C" not null,
  key text not null,
  type text not null,
  event_id uuid not null default uuidv7(),
  happened_at timestamptz not null default clock_timestamp(),
  data text not null
);
create index change_event_day on change_event (stat_date);

-- Who tells them. Efficiency, not correctness: two at once only make duplicates.
create table change_lease (
  one boolean primary key default true check (one),
  holder uuid,
  until timestamptz not null default '-infinity'
);
insert into change_lease default values;

-- Shops whose score is so low that a person has to look at it. A shop has one open case at most.
create table termination_case (
  case_id uuid primary key default uuidv7(),
  shop_id text collate "C" not null,
  code text not null,                                     -- of the policy's entitlement
  opened_by date not null,                                -- the official day
  opened_at timestamptz not null default clock_timestamp(),
  state text not null default 'OPEN' check (state in ('OPEN', 'DECIDED', 'RECOVERED')),
  closed_by date,                                         -- the official day, where the score recovered
  closed_at timestamptz,
  decision text,
  reason text,
  actor text,
  version bigint not null default 1
);
create unique index termination_case_open on termination_case (shop_id, code) where state = 'OPEN';
create index termination_case_shop on termination_case (shop_id, case_id);
create index termination_case_state on termination_case (state, case_id);
