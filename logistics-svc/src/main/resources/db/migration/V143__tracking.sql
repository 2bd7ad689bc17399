-- An order by its own id alone, whichever shop's it is.
create index orders_order_id on orders (order_id);
