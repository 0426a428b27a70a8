create table connectors.sandbox_purchase (
    seq           bigint generated always as identity unique,
    id            text primary key,
    reference     text        not null,
    supplier      text        not null,
    sku           text        not null,
    quantity      int         not null check (quantity > 0),
    unit_price    bigint      not null, -- minor units
    currency      text        not null,
    status        text        not null default 'PLACED'
        check (status in ('PLACED', 'CONFIRMED', 'REJECTED', 'DELIVERED', 'CANCELLED')),
    agreed        int         not null, -- confirmed or delivered; until then the quantity
    expected_on   date,
    next_status   text check (next_status in ('CONFIRMED', 'REJECTED', 'DELIVERED')),
    next_at       timestamptz,          -- null: nothing happens by itself
    reminders     int         not null default 0,
    placed_at     timestamptz not null,
    ended_at      timestamptz
);
create index sandbox_purchase_next on connectors.sandbox_purchase (next_at) where next_at is not null;
create index sandbox_purchase_reference on connectors.sandbox_purchase (reference);

create table connectors.sandbox_purchase_call (
    reference text primary key,
    calls     int not null
);
