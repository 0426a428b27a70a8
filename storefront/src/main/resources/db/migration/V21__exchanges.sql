-- What a shopper wants instead of what comes back: set aside when they ask, sent when what they had is here.
alter table order_return drop constraint order_return_state_check;
alter table order_return
    add constraint order_return_state_check
        check (state in ('REQUESTED', 'IN_REVIEW', 'ACCEPTED', 'RECEIVED', 'EXCHANGED', 'REFUNDED', 'REFUSED')),
    add column difference         bigint check (difference between 0 and amount),
    add column exchange_locked_at timestamptz,
    add column exchange_off       boolean not null default false,
    add column tracking_url       text,
    add constraint exchange_is_locked_or_off check (exchange_locked_at is null or not exchange_off);
alter table order_return_line
    add column instead       text references variant,
    add column instead_label text,
    add column instead_price bigint,
    add constraint instead_is_whole check ((instead is null) = (instead_label is null) and (instead is null) = (instead_price is null));
