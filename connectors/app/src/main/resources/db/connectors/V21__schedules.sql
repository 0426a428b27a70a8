-- Events that come at their time.
create table connectors.schedule (
    id         text primary key,
    cron       text        not null,
    zone       text        not null,
    misfire    text        not null check (misfire in ('skip', 'once', 'all')),
    message    text        not null,
    data       jsonb       not null,
    paused     boolean     not null,
    next_due   timestamptz, -- null when paused or never due again
    last_due   timestamptz,
    left_out   bigint      not null default 0,
    changed_at timestamptz not null,
    changed_by text        not null
);
create index schedule_by_due on connectors.schedule (next_due) where next_due is not null;
