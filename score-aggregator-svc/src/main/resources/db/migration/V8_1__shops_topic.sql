-- The highest version of the shop that the topic shops has told; null for a shop that it never told of.
alter table shop add column told_version bigint;
