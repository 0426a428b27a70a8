-- What staff write down about an order; no shopper reads it.
create table order_note (
    id         uuid primary key,
    order_id   uuid        not null references orders,
    author     text        not null,
    body       text        not null check (body <> '' and length(body) <= 2000),
    written_at timestamptz not null
);
create index order_note_by_order on order_note (order_id, written_at);
