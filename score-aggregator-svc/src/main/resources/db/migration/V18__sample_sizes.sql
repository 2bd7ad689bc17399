-- How many facts an official score was counted from: a figure for each metric, in the order in which the day's policy names them.
alter table official_day add column metrics text[];
comment on column official_day.metrics is 'ids of the metrics of its policy; null where the day was begun before sample sizes were kept';
alter table score_day add column samples text;
comment on column score_day.samples is 'sample size of each of official_day.metrics, separated by commas';
