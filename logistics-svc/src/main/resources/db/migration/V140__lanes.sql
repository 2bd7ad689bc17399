-- How long a carrier may take; a row is in force from its date until the lane's next one, and never changes.
create table lane_standard (
  carrier text collate "C" not null,         -- a carrier's code, or 'any'
  from_region text collate "C" not null,
  to_region text collate "C" not null,
  valid_from timestamptz not null,
  pickup_hours bigint not null,
  transit_hours bigint not null,
  level text not null,
  price_minor bigint,
  currency text,
  recorded_at timestamptz not null,
  primary key (carrier, from_region, to_region, valid_from)
);
