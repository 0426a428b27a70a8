-- When an article is low and up to how many of it the shop wants; without a row the settings say it.
create table supply_rule (
    sku        text primary key references variant,
    low_at     int         not null check (low_at >= 0),
    up_to      int         not null check (up_to > low_at),
    pack       int         not null check (pack > 0),
    supplier   text        not null default '', -- none: the automation's table chooses
    changed_at timestamptz not null,
    changed_by text        not null
);

-- Articles that are low, even with what is on its way; forgotten when they no longer are. Told once, and again when somebody asks.
create table low_stock (
    sku     text primary key references variant,
    request uuid        not null,
    since   timestamptz not null,
    told_at timestamptz not null
);

-- What the automation buys, one for each time it was told that an article is low.
create table purchase (
    request     uuid primary key,
    sku         text        not null references variant,
    supplier    text        not null,
    state       text        not null,
    quantity    int         not null check (quantity >= 0),
    received    int         not null default 0 check (received >= 0),
    unit_price  bigint,     -- minor units
    currency    text,
    expected_on date,
    made_at     timestamptz not null,
    updated_at  timestamptz not null
);
create index purchase_by_sku on purchase (sku, made_at desc);
create index purchase_open on purchase (sku) where state in ('PLANNED', 'PLACED', 'CONFIRMED', 'LOOKING');
