-- The frozen inputs of a partition's shops on a day, many to a row, in the order of their ids; inputs has of each: a byte of what is
-- known (1 category, 2 opened on, 4 products on sale, from 8 on the kind: 1 PERSONAL, 2 BUSINESS, 3 FLAGSHIP), then category, day of the
-- epoch and products on sale where they are, the flags behind their number, the sums packed as a day tile is. What has a length stands
-- behind it. What is here is never changed; revisions stay rows of their own.
create table input_page (
  stat_date date not null,
  partition smallint not null,
  first_shop text collate "C" not null,
  shops text[] collate "C" not null,
  inputs bytea not null,
  primary key (stat_date, partition, first_shop)
) with (toast_tuple_target = 8160);
alter table input_page alter column shops set storage main, alter column inputs set storage main;

insert into input_page (stat_date, partition, first_shop, shops, inputs)
select stat_date, partition, min(shop_id), array_agg(shop_id order by shop_id), string_agg(input, ''::bytea order by shop_id)
  from (select stat_date, partition, shop_id,
               (row_number() over (partition by stat_date, partition order by shop_id) - 1) / 64 as part,
               substr(int4send((category_id is not null)::int + 2 * (opened_on is not null)::int
                   + 4 * (products_on_sale is not null)::int
                   + 8 * coalesce(array_position(array['PERSONAL', 'BUSINESS', 'FLAGSHIP'], kind), 0)), 4)
                 || coalesce(int2send(octet_length(category_id)::int2) || convert_to(category_id, 'UTF8'), ''::bytea)
                 || coalesce(int4send(opened_on - date '1970-01-01'), ''::bytea)
                 || coalesce(int4send(products_on_sale), ''::bytea)
                 || int2send(cardinality(flags)::int2)
                 || coalesce((select string_agg(int2send(octet_length(flag)::int2) || convert_to(flag, 'UTF8'), ''::bytea order by flag)
                      from unnest(flags) flag), ''::bytea)
                 || substr(int4send(octet_length(sums)), 3) || sums as input
          from score_input where revision = 0) i
 group by stat_date, partition, part;
delete from score_input where revision = 0;
alter table score_input add check (revision > 0);

-- Only what came after the run is ever looked for by when it became known.
drop index score_day_known;
create index score_day_known on score_day (known_at) where revision > 0;
drop index entitlement_day_known;
create index entitlement_day_known on entitlement_day (known_at) where evaluation > 0;
