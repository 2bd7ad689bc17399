create table shipment (
  key text collate "C" primary key,          -- shop_id/shipment_id
  shop_id text not null,
  shipment_id text not null,
  carrier text not null,
  waybill text not null,
  order_ids text[] not null,
  replaces text,                             -- shipment_id
  from_region text,
  to_region text,
  shipped_at timestamptz,
  withdrawn_at timestamptz,                  -- taken back by the shop, whether or not that came too late
  state text not null,                       -- this and all that follows is what the waybill's scans make
  picked_up_at timestamptz,
  signed_at timestamptz,
  returned_at timestamptz,
  lost_at timestamptz,
  cancelled_at timestamptz,
  last_scan_at timestamptz,
  contribution text not null,                -- what was sent for the shipment, as JSON
  version bigint not null
) with (fillfactor = 80);

create index shipment_waybill on shipment (carrier, waybill);
-- What the list for a state reads; most shipments end as SIGNED, and nobody lists those by it.
create index shipment_state on shipment (state, key) where state <> 'SIGNED';

-- shipment.order_ids from the order's side.
create table shipment_order (
  order_key text collate "C" not null references orders (key),
  shipment_key text collate "C" not null references shipment (key),
  primary key (order_key, shipment_key)
);

create table shipment_history (
  shipment_key text collate "C" not null references shipment (key),
  version bigint not null,
  at timestamptz not null,
  what text not null,
  from_state text,
  to_state text not null,
  recorded_at timestamptz not null,
  primary key (shipment_key, version)
);

create trigger shipment_history_append_only before update or delete on shipment_history
  for each row execute function refuse_change();
