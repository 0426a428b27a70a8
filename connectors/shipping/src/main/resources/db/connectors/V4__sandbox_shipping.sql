create table connectors.sandbox_shipment (
    seq             bigint generated always as identity unique,
    id              text primary key,
    reference       text        not null,
    carrier         text        not null,
    service         text        not null,
    tracking_number text        not null unique,
    status          text        not null default 'IN_TRANSIT' check (status in ('IN_TRANSIT', 'DELIVERED', 'LOST')),
    town            text        not null,
    country         text        not null,
    weight_grams    int         not null,
    arrives_as      text check (arrives_as in ('DELIVERED', 'LOST')),
    arrives_at      timestamptz,
    created_at      timestamptz not null,
    ended_at        timestamptz
);
create index sandbox_shipment_arrival on connectors.sandbox_shipment (arrives_at) where status = 'IN_TRANSIT';
create index sandbox_shipment_reference on connectors.sandbox_shipment (reference);

create table connectors.sandbox_shipping_call (
    reference text primary key,
    calls     int not null
);
