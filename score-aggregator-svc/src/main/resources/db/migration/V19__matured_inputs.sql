-- What the frozen inputs of a partition hold besides the sums of measures: what some policy counted as it matures when they were frozen,
-- each as measure@days (ADR 0060). Nothing for the inputs of days before.
alter table official_lane add column matured text[] not null default '{}';
