-- What the lists behind the measures read: the orders of a shop by the instant they count at, or would.
create index orders_by_payment on orders (shop_id, paid_at, key);
create index orders_by_pickup on orders (shop_id, least(picked_up_at, parcels_picked_up_at), key);
create index orders_by_signature on orders (shop_id, least(signed_at, parcels_signed_at), key);
create index orders_by_pickup_outcome on orders (shop_id, least(picked_up_at, parcels_picked_up_at, pickup_due_at), key);
create index orders_by_delivery_outcome on orders (shop_id, least(signed_at, parcels_signed_at, delivery_due_at), key);
