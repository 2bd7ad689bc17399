create table orders (
  key text collate "C" primary key,          -- shop_id/order_id
  shop_id text not null,
  order_id text not null,
  paid_at timestamptz not null,
  pickup_due_at timestamptz not null,
  delivery_due_at timestamptz not null,
  flags text[] not null,
  picked_up_at timestamptz,
  signed_at timestamptz,
  cancelled_at timestamptz,
  refunded_at timestamptz,
  passed_until timestamptz,                  -- everything due before is known to be past its limit
  next_due_at timestamptz,                   -- the first limit that is still open
  contribution text not null,                -- what was sent for the order, as JSON
  version bigint not null
) with (fillfactor = 80);

-- What the sweep for passed limits reads.
create index orders_next_due on orders (next_due_at) where next_due_at is not null;

create table order_history (
  order_key text collate "C" not null references orders (key),
  version bigint not null,
  at timestamptz not null,
  what text not null,
  from_state text,
  to_state text not null,
  recorded_at timestamptz not null,
  primary key (order_key, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only';
end $$;

create trigger order_history_append_only before update or delete on order_history
  for each row execute function refuse_change();
