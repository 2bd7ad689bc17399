-- Who ceases to be new on a day is found among the profiles in memory.
drop index shop_lane_opened;
