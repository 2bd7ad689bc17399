-- Which life of this database gives the numbers: together with the PostgreSQL timeline it is the incarnation.
create table outbox_life (
  id boolean primary key default true check (id),
  life uuid not null default gen_random_uuid(),
  incarnation_seen text
);
insert into outbox_life default values;

-- The counter of a lane. Its row lock, held from the append until the commit, makes the numbers contiguous and in commit order.
create table outbox_lane (
  topic text not null,
  lane smallint not null,
  last bigint not null default 0,
  primary key (topic, lane)
) with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
insert into outbox_lane (topic, lane)
  select topic, lane from unnest(array['metric-events', 'order-facts']) topic, generate_series(0, 31) lane;

create table outbox (
  topic text not null,
  lane smallint not null,
  seq bigint not null,
  id uuid not null,
  incarnation text not null,
  key text,
  type text not null,
  subject text not null,
  time timestamptz not null,
  trace_parent text,
  data text not null,
  appended_at timestamptz not null default clock_timestamp(),
  primary key (topic, lane, seq)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Who relays a lane. Efficiency, not correctness: two at once only make duplicates.
create table outbox_lease (
  topic text not null,
  lane smallint not null,
  holder uuid not null,
  until timestamptz not null,
  primary key (topic, lane)
);

create table outbox_relay (
  holder uuid primary key,
  until timestamptz not null
);
