-- Parcels of which something has changed since they were counted. Rows are only added by whoever moves a parcel, so that nobody waits.
create table carrier_parcel_moved (
  id bigint generated always as identity primary key,
  shipment_key text collate "C" not null
);

-- What each parcel was counted for, so that a change moves the difference.
create table carrier_parcel (
  shipment_key text collate "C" primary key,
  carrier text not null,
  from_region text not null,
  to_region text not null,
  counted text[] not null
) with (fillfactor = 80);

create table carrier_week_count (
  carrier text collate "C" not null,
  from_region text collate "C" not null,
  to_region text collate "C" not null,
  week date not null,                        -- its Monday
  figure text not null,
  amount bigint not null,
  primary key (from_region, to_region, carrier, week, figure)
) with (fillfactor = 80);
create index carrier_week_count_carrier on carrier_week_count (carrier, week, from_region, to_region);

create table carrier_week_minutes (
  carrier text collate "C" not null,
  from_region text collate "C" not null,
  to_region text collate "C" not null,
  week date not null,
  leg text not null,
  histogram bytea not null,                  -- HdrHistogram, compressed
  primary key (from_region, to_region, carrier, week, leg)
) with (fillfactor = 80);
