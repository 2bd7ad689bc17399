-- What carriers tell, by waybill, whether or not a shipment names it. The key is what makes a repeated scan the same one.
create table scan (
  carrier text not null,
  waybill text not null,
  at timestamptz not null,
  status text not null,
  digest text not null,                      -- SHA-256 of raw_code|text
  incident text,
  raw_code text not null,
  text text not null,                        -- without personal data
  region text,
  provider text not null,
  received_at timestamptz not null,
  primary key (carrier, waybill, at, status, digest)
);
