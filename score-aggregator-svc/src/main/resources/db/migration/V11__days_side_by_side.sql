-- The rows of a day side by side: a run writes a part of its own of each index, and not a place somewhere for every shop of the market.
-- Who asks for the days of one shop looks once into each day.
alter table score_day drop constraint score_day_pkey, add primary key (stat_date, shop_id, revision);
alter table entitlement_day drop constraint entitlement_day_pkey, add primary key (stat_date, shop_id, evaluation);
