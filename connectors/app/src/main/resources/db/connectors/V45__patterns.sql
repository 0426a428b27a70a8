-- Rules over a metric of the shop: an event when a window of it is out of bounds.
create table connectors.pattern (
    id          text primary key,
    metric      text        not null,
    each        text        not null check (each in ('shop', 'sku')),
    span        text        not null check (span in ('quarter-hour', 'hour', 'day', 'week')),
    zone        text        not null,
    compare     text        not null check (compare in ('above', 'below', 'unusual', 'unusually-high', 'unusually-low')),
    bound       float8      not null, -- of the metric, or in robust deviations where it is compared with its own past
    fewest      int         not null check (fewest >= 0),
    rest_hours  int         not null check (rest_hours >= 0),
    misfire     text        not null check (misfire in ('skip', 'once', 'all')),
    message     text        not null,
    data        jsonb       not null,
    paused      boolean     not null,
    next_window timestamptz not null, -- the beginning of the first window not judged for good
    next_look   timestamptz,          -- null while paused
    looked_at   timestamptz,
    trouble     text,                 -- why the last look saw nothing
    left_out    bigint      not null default 0,
    changed_at  timestamptz not null,
    changed_by  text        not null
);
create index pattern_by_look on connectors.pattern (next_look) where next_look is not null;

-- Each time it was seen: once a window and subject.
create table connectors.pattern_seen (
    pattern     text        not null references connectors.pattern on delete cascade,
    window_from timestamptz not null,
    subject     text        not null, -- the SKU, or '' for the whole shop
    value       float8      not null,
    low         float8,
    high        float8,
    event       text        not null,
    seen_at     timestamptz not null,
    primary key (pattern, window_from, subject)
);
create index pattern_seen_by_subject on connectors.pattern_seen (pattern, subject, window_from);
create index inbox_of_declined_payments on connectors.inbox (occurred_at) where type = 'payment-declined';
