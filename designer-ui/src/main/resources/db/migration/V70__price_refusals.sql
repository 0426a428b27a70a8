-- Proposed prices that a person did not want; they are not proposed again for a while.
create table price_refusal (
    sku    text        not null,
    price  bigint      not null,
    reason text        not null,
    author text        not null,
    at     timestamptz not null
);
create index price_refusal_by_sku on price_refusal (sku, at desc);
