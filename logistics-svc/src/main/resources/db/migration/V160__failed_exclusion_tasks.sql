-- A task that fails by itself waits longer each time, so that the others go on.
alter table exclusion_task
  add column attempts integer not null default 0,
  add column due_at timestamptz not null default '-infinity',
  add column reason text;
create index exclusion_task_failed on exclusion_task (id) where attempts > 0;
