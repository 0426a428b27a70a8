create table order_return (
    id              uuid primary key,
    order_id        uuid        not null references orders,
    state           text        not null check (state in ('REQUESTED', 'IN_REVIEW', 'ACCEPTED', 'RECEIVED', 'REFUNDED', 'REFUSED')),
    reason          text        not null,
    refusal         text,
    amount          bigint      not null check (amount > 0),
    refunded        bigint      not null default 0 check (refunded between 0 and amount),
    tracking_number text,
    label_url       text,
    restocked_at    timestamptz,
    requested_at    timestamptz not null,
    updated_at      timestamptz not null
);
create index order_return_by_order on order_return (order_id, requested_at);
create table order_return_line (
    return_id uuid not null references order_return,
    position  int  not null,
    sku       text not null references variant,
    quantity  int  not null check (quantity > 0),
    primary key (return_id, position)
);
