-- Prices for a time: from then on, and back again when the time is over.
create table price_plan (
    id        uuid primary key,
    sku       text        not null references variant,
    price     bigint      not null check (price > 0),
    reason    text        not null default '',
    author    text        not null default '',
    starts_at timestamptz not null,
    ends_at   timestamptz check (ends_at > starts_at),
    state     text        not null default 'PLANNED' check (state in ('PLANNED', 'RUNNING', 'DONE', 'CANCELLED')),
    before    bigint,
    made_at   timestamptz not null
);
create index price_plan_due on price_plan (starts_at) where state = 'PLANNED';
create index price_plan_ending on price_plan (ends_at) where state = 'RUNNING';
create index price_plan_by_sku on price_plan (sku, starts_at);
