create table category (
  category_id text collate "C" primary key,
  name text not null,
  parent_id text collate "C" references category (category_id)
);

-- What the platform knows of its shops; what it does not know is null. Shops that are only known from events have no row.
create table shop (
  shop_id text collate "C" primary key,
  lane smallint not null,
  name text,
  category_id text collate "C" references category (category_id),
  opened_on date,
  kind text,
  flags text[] not null,
  products_on_sale integer,
  version bigint not null default 1,
  changed_at timestamptz not null default clock_timestamp()
);
create index shop_changed on shop (changed_at);
create index shop_lane on shop (lane, shop_id);
create index shop_category on shop (category_id, shop_id);
