-- How the FORMAL shops of a category, and of those below it, did on a day: sums of what was counted, and how many have how many points.
-- Days from before this table have none, and a revision of such a day must not begin one.
alter table official_day add column benchmarked boolean not null default false;

create table category_benchmark (
  stat_date date not null,
  category_id text collate "C" not null,
  subject text not null,                     -- total, or a metric
  numerator bigint not null,
  denominator bigint not null,
  shops integer not null,
  points bytea not null,                     -- shops by hundredth of a point, packed
  primary key (stat_date, category_id, subject)
) with (fillfactor = 50);
