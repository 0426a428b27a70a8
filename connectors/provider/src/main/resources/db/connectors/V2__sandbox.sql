create table connectors.sandbox_fault (
    provider           text primary key,
    latency_ms         bigint           not null default 0,
    failure_rate       double precision not null default 0,
    lost_answer_rate   double precision not null default 0,
    webhook_delay_ms   bigint           not null default 0,
    webhook_copies     int              not null default 1,
    webhook_shuffle_ms bigint           not null default 0
);

create table connectors.sandbox_call (
    provider    text        not null,
    key         text        not null,
    fingerprint text        not null,
    kind        text        not null,
    reference   text        not null,
    called_at   timestamptz not null default now(),
    primary key (provider, key)
);

create table connectors.sandbox_webhook (
    seq        bigint generated always as identity primary key,
    provider   text        not null,
    id         text        not null,
    type       text        not null,
    body       text        not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts   int         not null default 0,
    due_at     timestamptz not null,
    created_at timestamptz not null default now()
);
create index sandbox_webhook_due on connectors.sandbox_webhook (due_at) where state = 'WAITING';
