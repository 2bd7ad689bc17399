-- The tiles were changed by another way than the log: whoever takes the partition tells every shop again, and again until it is done.
alter table ingest_partition add column tell_all boolean not null default false;
