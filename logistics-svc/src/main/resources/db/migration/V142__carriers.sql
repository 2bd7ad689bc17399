create table carrier (
  code text collate "C" primary key,
  name_zh text not null,
  name_en text not null,
  coverage text[] not null,                  -- regions
  levels text[] not null,
  peak_per_day bigint,
  version bigint not null
);

create table carrier_contract (
  carrier text collate "C" not null references carrier (code),
  contract_id text collate "C" not null,
  from_day date not null,
  to_day date not null,                      -- this day included
  terms_note text not null,
  capacity_per_day bigint,
  price_minor bigint,
  currency text,
  version bigint not null,
  primary key (carrier, contract_id)
);

-- What buyers think of a delivery: one opinion a parcel, the first.
create table delivery_feedback (
  shipment_key text collate "C" primary key,
  shop_id text not null,
  shipment_id text not null,
  carrier text not null,
  attitude integer not null,
  speed integer not null,
  parcel_state text not null,
  comment text not null,                     -- without personal data
  given_at timestamptz not null,
  recorded_at timestamptz not null
);
-- The desk's list, newest first.
create index delivery_feedback_given on delivery_feedback (given_at, shipment_key);
create index delivery_feedback_carrier on delivery_feedback (carrier, given_at, shipment_key);
