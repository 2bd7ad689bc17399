-- What a poll added to the tiles of a lane, from that offset on: entries of (length of the shop id, shop id, day, length of the tile,
-- tile). Folded into pages now and then.
create table tile_delta (
  lane smallint not null,
  from_offset bigint not null,
  tiles bytea not null,
  primary key (lane, from_offset)
);
alter table tile_delta alter column tiles set storage external;

-- The tiles of a lane's shops on one day, many to a row: entries as above, each shop once.
create table day_page (
  lane smallint not null,
  page smallint not null,
  day date not null,
  tiles bytea not null,
  primary key (lane, page, day)
) with (fillfactor = 70, toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0.1);
alter table day_page alter column tiles set storage main;

-- What stood in a row of its own for each shop and day is folded with the next that comes. Offsets begin at 0.
insert into tile_delta (lane, from_offset, tiles)
select lane, -1 - part, string_agg(int2send(octet_length(id)::int2) || id || int4send(day - date '1970-01-01')
           || int2send(octet_length(measures)::int2) || measures, ''::bytea)
  from (select lane, convert_to(shop_id, 'UTF8') as id, day, measures,
               (row_number() over (partition by lane order by day, shop_id) - 1) / 10000 as part
          from day_tile) t
 group by lane, part;
drop table day_tile;
