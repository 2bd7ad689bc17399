-- Where providers push to. The secrets stand here because a signature cannot be checked without them; nothing gives them out.
create table webhook_endpoint (
  provider text not null,
  endpoint_id text not null,
  secrets text[] not null,                   -- the newest first; more than one while one is rotated
  sources text[] not null,                   -- networks that may send; empty for any
  customer text,                             -- who we are to the provider, such as Kdniao's EBusinessID
  enabled boolean not null,
  version bigint not null,
  changed_at timestamptz not null,
  primary key (provider, endpoint_id)
);

-- What providers and carriers sent, as they sent it: verified, durable before it is answered, and gone after 30 days.
create table webhook_delivery (
  id bigint generated always as identity primary key,
  provider text not null,
  endpoint_id text not null,                 -- empty for an answer that the team fetched itself
  event_key text collate "C" not null,       -- the provider's event id, else the SHA-256 of the body
  waybill text,                              -- that was asked for, where the body does not name it
  body bytea not null,
  received_at timestamptz not null,
  state text not null,                       -- NEW, DONE, BROKEN
  due_at timestamptz not null,               -- when a new one is tried next
  attempts smallint not null default 0,
  reason text,                               -- why it is broken, or which part of it told nothing
  unique (provider, endpoint_id, event_key)
);

create index webhook_delivery_due on webhook_delivery (due_at, id) where state = 'NEW';
create index webhook_delivery_broken on webhook_delivery (id) where state = 'BROKEN';
create index webhook_delivery_received on webhook_delivery (received_at);
