-- Lanes for the messages to buyers.
insert into outbox_lane (topic, lane) select 'notifications', lane from generate_series(0, 31) lane;
