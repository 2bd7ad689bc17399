-- A buyer's conversation with a shop; key = shop id + '/' + session id.
-- The row is what everything that is told of a session locks.
create table chat_session (
    key            text collate "C" primary key,
    started_at     timestamptz not null,
    starts_with    text not null check (starts_with in ('HUMAN', 'BOT')),
    handed_over_at timestamptz,
    overdue_until  timestamptz not null,
    next_due_at    timestamptz,
    contribution   text not null
);

-- What the sweep walks: sessions with a turn that will be over without an answer.
create index chat_session_next_due on chat_session (next_due_at) where next_due_at is not null;

-- Who wrote and when; what was written is not kept. Rows are only ever added.
create table chat_message (
    session_key text collate "C" not null references chat_session (key),
    message_id  text collate "C" not null,
    author      text not null check (author in ('BUYER', 'HUMAN', 'BOT', 'SYSTEM')),
    sent_at     timestamptz not null,
    primary key (session_key, message_id)
);

-- What happened to a session, and what it contributed from then on. Rows are only ever added.
create table session_history (
    id           bigint generated always as identity primary key,
    session_key  text collate "C" not null,
    what         text not null,
    at           timestamptz not null,
    contribution text not null,
    recorded_at  timestamptz not null default now()
);

create index session_history_session on session_history (session_key, id);
