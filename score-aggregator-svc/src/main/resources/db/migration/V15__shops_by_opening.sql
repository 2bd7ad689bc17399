-- Which shops of a lane cease to be new on a day.
create index shop_lane_opened on shop (lane, opened_on);
