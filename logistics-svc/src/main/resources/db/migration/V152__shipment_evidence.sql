-- On which days each shipment counts by what it keeps as sent: what the lists behind the tracking measures read.
create table shipment_day (
  shop_id text not null,
  at timestamptz not null,
  shipment_key text collate "C" not null,
  primary key (shop_id, at, shipment_key)
);

create function contribution_instants(contribution text) returns setof timestamptz language sql stable as $$
  select (change->>'anchoredAt')::timestamptz from jsonb_array_elements(contribution::jsonb->'changes') change
$$;

create function keep_shipment_days() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from shipment_day where shop_id = old.shop_id and shipment_key = old.key and at in (
      select contribution_instants(old.contribution) except select contribution_instants(new.contribution));
  end if;
  insert into shipment_day (shop_id, at, shipment_key)
    select new.shop_id, at, new.key from contribution_instants(new.contribution) at
    on conflict do nothing;
  return null;
end $$;

create trigger shipment_days_new after insert on shipment
  for each row execute function keep_shipment_days();
create trigger shipment_days_changed after update on shipment
  for each row when (old.contribution is distinct from new.contribution) execute function keep_shipment_days();

insert into shipment_day (shop_id, at, shipment_key)
  select shop_id, at, key from shipment, contribution_instants(contribution) at on conflict do nothing;
