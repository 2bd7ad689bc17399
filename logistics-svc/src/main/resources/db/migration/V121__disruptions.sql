create table disruption (
  id text collate "C" primary key,
  region text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  cause text not null,
  note text not null,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  version bigint not null
);

-- Those that take orders out of the measures, for the look that every moved order has at them.
create index disruption_standing on disruption (to_at) where withdrawn_at is null;

create table disruption_history (
  disruption_id text collate "C" not null references disruption (id),
  version bigint not null,
  at timestamptz not null,
  region text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  cause text not null,
  note text not null,
  withdrawal_reason text,
  primary key (disruption_id, version)
);

create trigger disruption_history_append_only before update or delete on disruption_history
  for each row execute function refuse_change();

-- Changes of disruptions whose orders have not been looked for yet. They are looked for once every transaction that may not
-- have seen the change has ended: those below settled_at, the next transaction number when the change was first met.
create table disruption_change (
  id bigint generated always as identity primary key,
  disruption_id text collate "C" not null references disruption (id),
  settled_at xid8
);

-- Orders whose exclusions may not be what disruptions and lost parcels make them. An order may stand here more than once:
-- so nobody who adds it waits for anybody who takes it.
create table exclusion_task (
  id bigint generated always as identity primary key,
  order_key text collate "C" not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Why the legs of orders that a disruption excludes do not count.
create table exclusion_evidence (
  disruption_id text collate "C" not null references disruption (id),
  order_key text collate "C" not null references orders (key),
  leg text not null,
  place text not null,
  region text not null,
  leg_begin timestamptz not null,
  leg_end timestamptz not null,
  primary key (disruption_id, order_key, leg)
);
create index exclusion_evidence_order on exclusion_evidence (order_key);

-- What is looked for when a disruption changes: orders and parcels by where they are sent from and to, scans by where they were.
create index orders_from_region on orders (from_region collate "C", (greatest(pickup_due_at, delivery_due_at)))
  where from_region is not null;
create index orders_to_region on orders (to_region collate "C", (greatest(pickup_due_at, delivery_due_at)))
  where to_region is not null;
create index shipment_from_region on shipment (from_region collate "C") where from_region is not null;
create index shipment_to_region on shipment (to_region collate "C") where to_region is not null;
create index scan_region on scan (region collate "C") where region is not null;
create index shipment_order_shipment on shipment_order (shipment_key);
