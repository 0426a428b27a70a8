create table connectors.sandbox_dispute (
    seq             bigint generated always as identity unique,
    id              text primary key,
    payment_id      text        not null unique references connectors.sandbox_payment (id),
    reference       text        not null,
    amount          bigint      not null check (amount > 0),
    currency        text        not null,
    reason          text        not null,
    status          text        not null default 'OPEN' check (status in ('OPEN', 'ANSWERED', 'WON', 'LOST')),
    winnable        boolean     not null,
    answer_by       timestamptz not null,
    evidence        text,
    tracking_number text,
    answered_at     timestamptz,
    taken_back      bigint      not null default 0,
    told            boolean     not null default false,
    created_at      timestamptz not null
);
create index sandbox_dispute_running on connectors.sandbox_dispute (answer_by) where status in ('OPEN', 'ANSWERED');
create index sandbox_dispute_untold on connectors.sandbox_dispute (id) where not told;

alter table connectors.sandbox_payment
    add column taken_back bigint not null default 0 check (refunded + taken_back <= captured);
create index sandbox_payment_disputed on connectors.sandbox_payment (card)
    where card in ('DISPUTED', 'DISPUTED_AND_LOST');
