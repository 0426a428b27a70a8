-- What buyers say; shown when somebody of the shop has read it.
create table review (
    id         uuid primary key,
    product    text        not null references product,
    order_id   uuid        not null references orders,
    name       text        not null,
    stars      int         not null check (stars between 1 and 5),
    body       text        not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'SHOWN', 'REFUSED')),
    reason     text        not null default '',
    written_at timestamptz not null,
    unique (order_id, product)
);
create index review_by_state on review (state, written_at, id);
