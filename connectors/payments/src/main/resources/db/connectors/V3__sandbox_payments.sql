create table connectors.sandbox_payment (
    seq                   bigint generated always as identity unique,
    id                    text primary key,
    reference             text        not null,
    amount                bigint      not null check (amount > 0),
    currency              text        not null,
    return_url            text        not null,
    status                text        not null default 'OPEN'
                          check (status in ('OPEN', 'AUTHORISED', 'DECLINED', 'EXPIRED', 'CAPTURED', 'VOIDED')),
    card                  text,
    decline_reason        text,
    expires_at            timestamptz,
    captured              bigint      not null default 0 check (captured <= amount),
    refunded              bigint      not null default 0 check (refunded <= captured),
    timeouts_left         int         not null default 0,
    refusals_left         int         not null default 0,
    outage                boolean     not null default false,
    voided_at             timestamptz,
    created_at            timestamptz not null
);
create index sandbox_payment_reference on connectors.sandbox_payment (reference);
create index sandbox_payment_held on connectors.sandbox_payment (expires_at) where status = 'AUTHORISED';

create table connectors.sandbox_charge (
    seq        bigint generated always as identity unique,
    id         text primary key,
    payment_id text        not null references connectors.sandbox_payment (id),
    reference  text        not null,
    amount     bigint      not null,
    currency   text        not null,
    created_at timestamptz not null
);
create index sandbox_charge_payment on connectors.sandbox_charge (payment_id);

create table connectors.sandbox_refund (
    seq        bigint generated always as identity unique,
    id         text primary key,
    payment_id text        not null references connectors.sandbox_payment (id),
    reference  text        not null,
    amount     bigint      not null,
    currency   text        not null,
    created_at timestamptz not null
);
create index sandbox_refund_payment on connectors.sandbox_refund (payment_id);
