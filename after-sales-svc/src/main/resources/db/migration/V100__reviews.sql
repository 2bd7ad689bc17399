-- An order as its reviews see it; key = shop id + '/' + order id, as in the topic order-facts.
-- The row is what a review and the order's facts lock, so that neither misses the other.
create table order_reviews (
    key           text collate "C" primary key,
    paid_at       timestamptz,
    valid         boolean,
    signed_at     timestamptz,
    facts_version bigint,
    contribution  text not null,
    check ((facts_version is null) = (paid_at is null) and (facts_version is null) = (valid is null))
);

create table review (
    order_key  text collate "C" not null references order_reviews (key),
    review_id  text collate "C" not null,
    stars      integer not null check (stars between 1 and 5),
    rated_at   timestamptz not null,
    removed_at timestamptz,
    primary key (order_key, review_id)
);

-- What moved an order's contribution, or its reviews, and what it contributed from then on. Rows are only ever added.
create table review_history (
    id           bigint generated always as identity primary key,
    order_key    text collate "C" not null,
    what         text not null,
    at           timestamptz not null,
    contribution text not null,
    recorded_at  timestamptz not null default now()
);

create index review_history_order on review_history (order_key, id);
