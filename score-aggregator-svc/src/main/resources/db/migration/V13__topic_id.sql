-- Of which log next_offset is: a topic that was deleted and created again bears another id. Null until an owner has taken the partition.
alter table ingest_partition add column topic_id uuid;
