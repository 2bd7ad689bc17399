-- Who owns a partition of metric-events: every transaction that writes tiles, positions or holes first updates its row
-- where epoch and next_offset are the ones it knows.
create table ingest_partition (
  partition smallint primary key,
  epoch bigint not null default 0,
  next_offset bigint not null default 0,
  rolled_to date
) with (fillfactor = 20);
insert into ingest_partition (partition) select generate_series(0, 31);

-- The highest number seen of each life of a source's database, by lane.
create table sequence_position (
  partition smallint not null,
  source text not null,
  incarnation text not null,
  last bigint not null,
  last_id text,
  complete_until timestamptz,
  primary key (partition, source, incarnation)
) with (fillfactor = 40);

-- Numbers below the position that were not applied. Ranges are disjoint: a late number splits the range it lies in.
create table sequence_hole (
  partition smallint not null,
  source text not null,
  incarnation text not null,
  from_number bigint not null,
  to_number bigint not null,
  reason text not null check (reason in ('missing', 'quarantined', 'before-start')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  primary key (partition, source, incarnation, from_number)
);
create index sequence_hole_open on sequence_hole (partition) where closed_at is null;

create table measure (
  id smallint primary key,
  name text not null unique,
  source text not null
);

-- The amounts of one shop on one business day, packed as (measure id, amount). The lane is the shop's, so that a lane can be
-- read without the others.
create table day_tile (
  shop_id text collate "C" not null,
  day date not null,
  lane smallint not null,
  measures bytea not null,
  primary key (shop_id, day)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.1);
create index day_tile_lane on day_tile (lane, day, shop_id);
