-- Whether the shops of the partition were withheld on the day: known also of one that was first heard of after the cut-off.
alter table official_lane add column withheld boolean not null default false;
update official_lane l set withheld = true
  from (select distinct stat_date, partition from score_day where revision = 0 and stage = 'WITHHELD') s
 where l.stat_date = s.stat_date and l.partition = s.partition;
