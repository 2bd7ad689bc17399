-- Exceptions of shipments, opened by hand or by a rule.
create table shipment_exception (
  key text collate "C" primary key,          -- shop_id/exception_id
  shop_id text not null,
  exception_id text not null,
  shipment_id text not null,
  shipment_key text collate "C" not null,
  type text not null,
  occasion text not null,
  told_fault text not null,                  -- as it was opened with
  note text not null,                        -- without personal data
  fault text not null,
  opened_at timestamptz not null,
  state text not null,
  owner text,
  reship_shipment_id text,
  refund_asked_at timestamptz,
  compensation_minor bigint,
  compensation_currency text,
  closed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  contribution text not null,                -- what was sent for it, as JSON
  version bigint not null
) with (fillfactor = 80);

create index shipment_exception_shipment on shipment_exception (shipment_key);
-- The desk's lists, oldest first: all, by state, by owner, by shop.
create index shipment_exception_opened on shipment_exception (opened_at, key);
create index shipment_exception_state on shipment_exception (state, opened_at, key);
create index shipment_exception_owner on shipment_exception (owner, opened_at, key) where owner is not null;
create index shipment_exception_shop on shipment_exception (shop_id, opened_at, key);

create table shipment_exception_history (
  exception_key text collate "C" not null references shipment_exception (key),
  version bigint not null,
  at timestamptz not null,
  what text not null,
  from_state text,
  to_state text not null,
  detail text not null,
  recorded_at timestamptz not null,
  primary key (exception_key, version)
);

create trigger shipment_exception_history_append_only before update or delete on shipment_exception_history
  for each row execute function refuse_change();

-- Who was spoken to about an exception: roles, never names or numbers.
create table shipment_exception_contact (
  exception_key text collate "C" not null references shipment_exception (key),
  contact_id text collate "C" not null,
  at timestamptz not null,
  whom text not null,
  channel text not null,
  what text not null,                        -- without personal data
  recorded_at timestamptz not null,
  primary key (exception_key, contact_id)
);

create trigger shipment_exception_contact_append_only before update or delete on shipment_exception_contact
  for each row execute function refuse_change();

-- How long a parcel may take, by lane and carrier; of those that fit, the one that names most of the way.
create table exception_threshold (
  id text collate "C" primary key,
  from_region text,
  to_region text,
  carrier text,
  no_scan_hours integer not null check (no_scan_hours > 0),
  in_transit_hours integer not null check (in_transit_hours > 0),
  changed_at timestamptz not null default now(),
  version bigint not null default 1,
  unique nulls not distinct (from_region, to_region, carrier)
);
insert into exception_threshold (id, to_region, no_scan_hours, in_transit_hours) values
  ('default', null, 48, 168),
  ('to-inner-mongolia', 'CN-15', 72, 240),
  ('to-gansu', 'CN-62', 72, 240),
  ('to-qinghai', 'CN-63', 72, 240),
  ('to-ningxia', 'CN-64', 72, 240),
  ('to-tibet', 'CN-54', 120, 360),
  ('to-xinjiang', 'CN-65', 120, 360);

-- Parcels and the thresholds that were their lane's when they were first heard of; watch_at is when the next one passes.
create table shipment_watch (
  shipment_key text collate "C" primary key,
  no_scan_hours integer not null,
  in_transit_hours integer not null,
  watch_at timestamptz
) with (fillfactor = 80);
create index shipment_watch_at on shipment_watch (watch_at) where watch_at is not null;
