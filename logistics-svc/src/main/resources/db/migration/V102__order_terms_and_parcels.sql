alter table orders
  add column kind text not null default 'NORMAL',
  add column available_at timestamptz,
  add column from_region text,
  add column to_region text,
  add column carrier text,
  add column parcels integer not null default 0,          -- how many are needed, and what their scans come to
  add column parcels_picked_up_at timestamptz,
  add column parcels_signed_at timestamptz,
  add column parcels_returned_at timestamptz,
  add column parcels_lost_at timestamptz,
  add column pickup_excluded_by text[] not null default '{}',   -- ids of disruptions
  add column delivery_excluded_by text[] not null default '{}',
  add column lost_by_force_majeure_at timestamptz,
  add column state text not null default 'PAID';          -- what all of this makes

-- What the lists for a state and for a due time read; most orders end as SIGNED, and nobody lists those by it.
create index orders_state on orders (state, key) where state <> 'SIGNED';
create index orders_shop_due on orders (shop_id, next_due_at, key) where next_due_at is not null;
