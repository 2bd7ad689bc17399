create table import (
  id text collate "C" primary key,
  kind text not null,
  shop_id text,                              -- of the lines that name none
  state text not null,
  runs int not null,
  lines bigint not null,
  created bigint not null,
  changed bigint not null,
  same bigint not null,
  rejected bigint not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  failure text                               -- why the last run ended before the file did
);

-- What retention reads.
create index import_started on import (started_at);

create table import_rejection (
  import_id text collate "C" not null references import (id) on delete cascade,
  line bigint not null,
  n int not null,
  code text not null,
  field text,
  message text not null,
  given text,
  primary key (import_id, line, n)
);
