-- What staff did to an order by hand, or asked its automation to do; one act has one id however often it is asked for.
create table staff_act (
    id        uuid primary key,
    order_id  uuid        not null references orders,
    return_id uuid references order_return,
    kind      text        not null check (kind in ('SHIP', 'CAPTURE', 'CANCEL', 'REFUND', 'RECEIVE', 'RESTOCK')),
    author    text        not null,
    asked_at  timestamptz not null,
    way       text        not null default 'WAITING' check (way in ('WAITING', 'AUTOMATION', 'HAND', 'REFUSED')),
    outcome   text        not null default '',
    ended_at  timestamptz
);
create index staff_act_by_order on staff_act (order_id, asked_at);
