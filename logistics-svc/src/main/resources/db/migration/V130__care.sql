-- What buyers are told: one message a stage and order, whatever has become of it.
create table care_message (
  order_key text collate "C" not null,         -- shop_id/order_id
  stage text not null,
  shop_id text not null,
  id uuid not null,                            -- made of stage and order
  reached_at timestamptz not null,
  state text not null,                         -- WAITING, QUEUED, SENT, REJECTED or SKIPPED
  reason text,                                 -- why it was skipped, or rejected by the provider
  due_at timestamptz not null,                 -- when it is looked at next, as long as it waits
  channel text,
  language text,
  attempts integer not null default 0,         -- at the provider
  made_at timestamptz not null,
  queued_at timestamptz,
  ended_at timestamptz,
  primary key (order_key, stage)
) with (fillfactor = 80);

create index care_message_due on care_message (due_at) where state = 'WAITING';
create index care_message_shop on care_message (shop_id, made_at, id);
-- What a desk looks for; the other states are those of nearly all messages.
create index care_message_rejected on care_message (shop_id, made_at, id) where state = 'REJECTED';

-- What the feed tells of an order before it is paid.
create table care_placement (
  order_key text collate "C" primary key,
  ordered_at timestamptz not null,
  buyer_ref text
);

-- What a shop has chosen other than shipped.
create table care_settings (
  shop_id text primary key,
  choice text not null,                        -- JSON
  version bigint not null
);

create table care_template (
  shop_id text not null,
  stage text not null,
  language text not null,
  text text,                                   -- null when the shop went back to the shipped one
  version bigint not null,
  primary key (shop_id, stage, language)
);

create table care_buyer (
  shop_id text not null,
  buyer_ref text not null,                     -- opaque
  opted_out boolean not null,
  language text,
  changed_at timestamptz not null,
  primary key (shop_id, buyer_ref)
);
